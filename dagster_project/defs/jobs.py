"""The jobs and what starts them: every day at six, and whenever RAW_DIR changes."""

from typing import Final

import dagster as dg

from dagster_project.defs.metadata import lake_key
from dagster_project.defs.refresh import MANUAL, TRIGGER_TAG, is_up_to_date

TIMEZONE: Final = "Asia/Ho_Chi_Minh"
REASON_TAG: Final = "refresh/reason"

_EVERYTHING: Final = dg.AssetSelection.all()

refresh_job = dg.define_asset_job(
    "refresh",
    selection=_EVERYTHING,
    description="Reads what is new below RAW_DIR, extracts, builds, audits, publishes. With nothing new, does nothing.",
    tags={TRIGGER_TAG: MANUAL},
)

reextract_job = dg.define_asset_job(
    "reextract_documents",
    selection=_EVERYTHING,
    description=(
        "Reads and extracts chosen files again although they have not changed, then goes on like `refresh`. In the "
        "launchpad: `ops: {lake__file_listing: {config: {reread: ['2023/*']}}}`; paths, patterns or document ids."
    ),
    tags={TRIGGER_TAG: MANUAL, REASON_TAG: "chosen documents are to be extracted again"},
    config={"ops": {"lake__file_listing": {"config": {"reread": ["*"]}}}},
)


@dg.schedule(
    job=refresh_job,
    cron_schedule="0 6 * * *",
    execution_timezone=TIMEZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Every day at 06:00 in Hanoi.",
)
def daily_refresh(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """One run a day, named by its day; with nothing new it does no more than list the files."""
    day = f"{context.scheduled_execution_time:%Y-%m-%d}"
    up_to_date = is_up_to_date(context.instance)
    reason = f"the daily refresh of {day}" + (", nothing new" if up_to_date else "")
    return dg.RunRequest(
        run_key=day,
        tags={TRIGGER_TAG: "schedule", REASON_TAG: reason},
        asset_selection=[lake_key("file_listing")] if up_to_date else None,
    )
