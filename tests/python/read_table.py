"""Reads a Delta table with programs that share no code with ours.

usage: read_table.py TABLE EXPECTED_JSON

python-deltalake and DuckDB each read the table's newest version; both must
find the columns, types and values that EXPECTED_JSON names. Exit code 1 and a
line per difference otherwise.
"""

import datetime
import decimal
import json
import sys

import deltalake
import duckdb
import duckdb_extensions
import pyarrow

DUCKDB_TYPES = {
    "boolean": "BOOLEAN",
    "byte": "TINYINT",
    "short": "SMALLINT",
    "integer": "INTEGER",
    "long": "BIGINT",
    "float": "FLOAT",
    "double": "DOUBLE",
    "string": "VARCHAR",
    "date": "DATE",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
    "binary": "BLOB",
}


def plain(value):
    """A value as EXPECTED_JSON writes it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return f"no time zone: {value.isoformat()}"
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return str(value)


def by_deltalake(table):
    opened = deltalake.DeltaTable(table)
    fields = {field.name: field for field in opened.schema().fields}
    read = pyarrow.table(opened.to_pyarrow_table())
    return [
        (
            name,
            str(fields[name].type.type),
            [plain(value) for value in read.column(name).to_pylist()],
        )
        for name in read.column_names
    ]


def by_duckdb(table):
    connection = duckdb.connect(config={"autoinstall_known_extensions": False})
    duckdb_extensions.import_extension("delta", con=connection)
    connection.execute("LOAD delta; SET TimeZone = 'UTC'")
    found = connection.execute("SELECT * FROM delta_scan(?)", [table])
    names = [(column[0], str(column[1])) for column in found.description]
    rows = found.fetchall()
    return [
        (name, kind, [plain(row[at]) for row in rows])
        for at, (name, kind) in enumerate(names)
    ]


def business_names(table):
    fields = deltalake.DeltaTable(table).schema().fields
    return {field.name: field.metadata.get("selvedge.businessName") for field in fields}


def differences(reader, found, expected, translate):
    names = [name for name, _, _ in found]
    wanted = [column["name"] for column in expected]
    if names != wanted:
        yield f"{reader}: columns {names}, expected {wanted}"
        return
    for (name, kind, values), column in zip(found, expected):
        if kind != translate(column["type"]):
            yield f"{reader}: {name} is {kind}, expected {translate(column['type'])}"
        if values != column["values"]:
            yield f"{reader}: {name} holds {values}, expected {column['values']}"


def main(table, expected_path):
    with open(expected_path, encoding="utf-8") as file:
        expected = json.load(file)
    columns = expected["columns"]
    found = list(differences("deltalake", by_deltalake(table), columns, str))
    found += differences(
        "duckdb",
        by_duckdb(table),
        columns,
        lambda kind: DUCKDB_TYPES.get(kind, kind.upper()),
    )
    named = business_names(table)
    for name, business_name in expected["businessNames"].items():
        if named.get(name) != business_name:
            found.append(f"deltalake: {name} is called {named.get(name)!r}")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
