"""The jobs and what starts them: every day at six, and whenever RAW_DIR changes."""

from typing import Final

import dagster as dg

TIMEZONE: Final = "Asia/Ho_Chi_Minh"
TRIGGER_TAG: Final = "refresh/trigger"
REASON_TAG: Final = "refresh/reason"

_EVERYTHING: Final = dg.AssetSelection.all()

refresh_job = dg.define_asset_job(
    "refresh",
    selection=_EVERYTHING,
    description="Reads what is new below RAW_DIR, extracts, builds, audits, publishes. With nothing new, does nothing.",
    tags={TRIGGER_TAG: "manual"},
)

reextract_job = dg.define_asset_job(
    "reextract_documents",
    selection=_EVERYTHING,
    description=(
        "Reads and extracts chosen files again although they have not changed, then goes on like `refresh`. In the "
        "launchpad: `ops: {lake__file_listing: {config: {reread: ['2023/*']}}}`; paths, patterns or document ids."
    ),
    tags={TRIGGER_TAG: "manual", REASON_TAG: "chosen documents are to be extracted again"},
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
    """One run a day, named by its day."""
    day = f"{context.scheduled_execution_time:%Y-%m-%d}"
    return dg.RunRequest(
        run_key=day, tags={TRIGGER_TAG: "schedule", REASON_TAG: f"the daily refresh of {day}"}
    )
