select * from {{ ref('stg_refresh_log') }}
