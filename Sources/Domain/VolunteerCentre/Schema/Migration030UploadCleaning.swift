import SQL

extension Migration {
    /// Enqueues once, when there is anything to clean, the job that writes stored pictures without metadata.
    static let uploadCleaning = Migration(
        30, "upload_cleaning",
        [
            """
            insert into job (centre_id, name, key, payload, state, run_at, attempts, created_at)
            select null, 'upload.clean', 'upload.clean', '{}', 'waiting', 0, 0, max(created_at) from upload having count(*) > 0
            """
        ])
}
