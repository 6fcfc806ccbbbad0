"""Runs the SQL that comes line by line in DuckDB, as it comes; answers how many milliseconds each took, with its rows."""
import json
import sys
import time

import duckdb

database = duckdb.connect()
for line in sys.stdin:
    sql = json.loads(line)
    since = time.perf_counter()
    rows = database.execute(sql).fetchall()
    took = (time.perf_counter() - since) * 1000
    print(json.dumps({"milliseconds": took, "rows": rows}, default=str), flush=True)
