"""`make ui`: Dagster's web server and daemon on loopback, in place of this process."""

from __future__ import annotations

import argparse
import os
import sys

from dagster_project.building.dbt import DbtError
from dagster_project.commands.prepare import prepare
from dagster_project.settings import PROJECT_ROOT, load_settings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=3000)
    parser.add_argument(
        "--host", default="127.0.0.1", help="anything but loopback needs a proxy that asks who it is"
    )
    arguments = parser.parse_args()
    try:
        prepare(load_settings())
    except DbtError as error:
        print(error, file=sys.stderr)
        return 1
    os.chdir(PROJECT_ROOT)
    print(
        f"Dagster's web UI: http://{arguments.host}:{arguments.port} (about 20 seconds from now; Ctrl-C ends it)"
    )
    sys.stdout.flush()
    command = ["-m", "dagster", "dev", "--host", arguments.host, "--port", str(arguments.port)]
    os.execv(sys.executable, [sys.executable, *command])


if __name__ == "__main__":
    sys.exit(main())
