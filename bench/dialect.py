"""Measures how many hostile files are read exactly as they were written: ours, clevercsv, and DuckDB's sniffer.

Usage: dialect.py WORKER [--count N] [--seed S] [--half judging|tuning] [--misses]

A file is read exactly when what was recognised (delimiter, quotation mark, encoding, lines above the table) gives the
cells that were written; all three are applied by the same parser. The peers are given the text already decoded, and
clevercsv the table without the lines above it, neither of which it looks for. Files belong to halves by their number;
nothing but the tuning half may be looked at while the rules are changed.
"""

import argparse
import csv
import json
import os
import struct
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "dialect"))

import clevercsv  # noqa: E402
import duckdb  # noqa: E402
from files import make  # noqa: E402

ENCODINGS = {"utf-8": "utf-8-sig", "utf-16le": "utf-16", "utf-16be": "utf-16", "windows-1252": "cp1252", "iso-8859-15": "iso8859-15"}
QUOTES = {"double": '"', "single": "'", "none": ""}
csv.field_size_limit(10**9)


def ask(worker, path, name):
    """What the worker recognises: its answer, or why it failed, and the milliseconds it took."""
    order = {
        "limits": {"memoryBytes": 1 << 30, "caged": False},
        "job": {"job": "preview", "file": path, "fileName": name, "intake": {}, "maxRows": 50},
    }
    body = json.dumps(order).encode()
    since = time.perf_counter()
    with subprocess.Popen([worker], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        child.stdin.write(struct.pack("<I", len(body)) + body)
        child.stdin.flush()
        while head := child.stdout.read(4):
            event = json.loads(child.stdout.read(struct.unpack("<I", head)[0]))
            if event["event"] in ("done", "failed"):
                took = (time.perf_counter() - since) * 1000
                child.kill()
                return event, took
    return {"event": "failed", "content": {"code": "silent"}}, 0.0


def read(text, delimiter, quote, escape=""):
    """The cells of a text, read by one parser for all; None where it can't be read so."""
    if delimiter == "":
        delimiter = "\x1f"
    try:
        return [
            row
            for row in csv.reader(
                text.splitlines(keepends=True),
                delimiter=delimiter,
                quotechar=quote or '"',
                quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
                doublequote=True,
                escapechar=escape if escape and escape != quote else None,
                strict=False,
            )
            if row
        ]
    except (csv.Error, TypeError):
        return None


def below(text, lines):
    """A text without its first lines."""
    rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(rest[lines:])


def ours(worker, made, path):
    event, took = ask(worker, path, made.name)
    if event["event"] == "failed":
        return None, took, event["content"].get("code")
    told = event["content"]["content"]
    intake = told["intake"]
    text = made.data.decode(ENCODINGS.get(intake.get("encoding"), intake.get("encoding", "utf-8")), errors="replace")
    got = read(below(text, intake.get("skippedLines", 0)), intake.get("delimiter", ""), QUOTES[intake.get("quote", "none")])
    asked = [question["code"] for question in told["questions"]]
    right = intake.get("hasHeader") == made.header
    return got, took, {"intake": intake, "asked": asked, "header": right}


def clever(made):
    text = below(made.data.decode(made.encoding), made.skipped)
    since = time.perf_counter()
    try:
        found = clevercsv.Sniffer().sniff(text, verbose=False)
    except Exception:
        return None, (time.perf_counter() - since) * 1000
    took = (time.perf_counter() - since) * 1000
    if found is None:
        return None, took
    return read(text, found.delimiter, found.quotechar, found.escapechar), took


def sniff(database, made, path):
    text = made.data.decode(made.encoding)
    with open(f"{path}.utf8", "w", newline="", encoding="utf-8") as plain:
        plain.write(text)
    since = time.perf_counter()
    try:
        row = database.execute(
            "SELECT Delimiter, Quote, Escape, SkipRows FROM sniff_csv(?)", [f"{path}.utf8"]
        ).fetchone()
    except duckdb.Error:
        return None, (time.perf_counter() - since) * 1000
    took = (time.perf_counter() - since) * 1000
    delimiter, quote, escape, skipped = row
    quote, escape = (sign if sign != "(empty)" and sign != "\0" else "" for sign in (quote, escape))
    return read(below(text, skipped), delimiter, quote, escape), took


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("worker")
    asked.add_argument("--count", type=int, default=1_000)
    asked.add_argument("--seed", default="20261121")
    asked.add_argument("--half", choices=["judging", "tuning"], default="judging")
    asked.add_argument("--misses", action="store_true")
    given = asked.parse_args()
    database = duckdb.connect()
    right = {"ours": 0, "clevercsv": 0, "DuckDB": 0}
    took = {name: [] for name in right}
    headers = questions = count = 0
    misses = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(given.count * 2):
            if (number % 2 == 0) != (given.half == "tuning"):
                continue
            made = make(given.seed, number)
            # Empty lines inside the table are no rows for any of the three.
            table = [row for row in made.table if row]
            path = os.path.join(folder, made.name)
            with open(path, "wb") as out:
                out.write(made.data)
            count += 1
            got, milliseconds, told = ours(given.worker, made, path)
            took["ours"].append(milliseconds)
            right["ours"] += got == table
            if got is not None:
                headers += told["header"]
                questions += bool(set(told["asked"]) - {"numbers"})
            if got != table or not told["header"]:
                misses.append((made, told))
            for name, (got, milliseconds) in {"clevercsv": clever(made), "DuckDB": sniff(database, made, path)}.items():
                took[name].append(milliseconds)
                right[name] += got == table
    print(f"{count} files, {given.half} half, seed {given.seed}")
    for name, hits in right.items():
        times = sorted(took[name])
        middle, late = times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))]
        print(f"{name:10} {hits / count:7.2%} read exactly; p50 {middle:.1f} ms, p99 {late:.1f} ms")
    print(f"header or none: right in {headers / count:.2%} of ours; asked about rows in {questions / count:.2%}")
    print("(ours with the start of its worker; the goal is 99 % and 20 ms)")
    if given.misses and given.half == "tuning":
        for made, told in misses[:60]:
            print(f"-- {made.name} {made.encoding} delimiter {made.delimiter!r} quote {made.quote!r} skipped {made.skipped}")
            print(f"   told {json.dumps(told, ensure_ascii=False)}")
            for line in made.data.decode(made.encoding).splitlines()[:5]:
                print(f"   | {line[:150]}")


main()
