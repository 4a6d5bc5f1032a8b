import SQL

extension Migration {
    /// A centre's own synonyms, weights and map.
    static let findingSettings = Migration(
        25, "finding_settings",
        [
            """
            create table finding_setting (
                id \(.id), centre_id \(.int) not null references centre (id), version \(.int) not null, synonyms \(.text),
                weights \(.text) not null, tile_address \(.text) not null, tile_attribution \(.text) not null,
                account_id \(.int), created_at \(.int) not null, unique (centre_id, version)
            ) \(.strict)
            """
        ])
}
