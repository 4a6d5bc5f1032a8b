import SQL

extension Migration {
    /// Old addresses lead on to the organisation that stays.
    static let organisationMerges = Migration(
        17, "organisation_merges",
        [
            // Old addresses lead on to the organisation that stays.
            """
            create table organisation_merge (
                centre_id \(.int) not null references centre (id), from_id \(.int) not null, from_name \(.text) not null,
                into_id \(.int) not null, account_id \(.int), at \(.int) not null,
                primary key (centre_id, from_id)
            ) \(.strict)
            """
        ])
}
