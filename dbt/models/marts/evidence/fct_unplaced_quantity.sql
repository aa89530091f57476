select * from {{ ref('stg_unplaced_quantity') }}
