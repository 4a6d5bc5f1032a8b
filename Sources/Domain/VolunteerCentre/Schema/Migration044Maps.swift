import SQL

extension Migration {
    /// A centre chooses among the maps that the operator offers; nothing sends browsers elsewhere any more.
    static let maps = Migration(
        44, "maps",
        [
            "alter table finding_setting add column maps \(.text) not null default ''",
            "alter table finding_setting drop column tile_address",
            "alter table finding_setting drop column tile_attribution",
        ])
}
