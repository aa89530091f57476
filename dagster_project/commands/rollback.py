"""`make rollback`: exchange the published version and the one before it."""

from __future__ import annotations

import sys

from dagster_project.lake.lock import RefreshRunningError, refresh_lock
from dagster_project.publishing.swap import NothingToRollBackError, rollback
from dagster_project.publishing.version import read_refresh_log
from dagster_project.settings import load_settings


def main() -> int:
    settings = load_settings()
    try:
        with refresh_lock(settings.lock_file, settings.lock_wait_seconds, print):
            rollback(settings.database, settings.previous_database)
    except (NothingToRollBackError, RefreshRunningError) as error:
        print(error, file=sys.stderr)
        return 1
    log = read_refresh_log(settings.database)
    version = log["refresh_id"][-1] if log is not None and log.height else "a version without a log"
    print(f"{settings.database} is {version} again. It stays until a refresh has something newer to publish.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
