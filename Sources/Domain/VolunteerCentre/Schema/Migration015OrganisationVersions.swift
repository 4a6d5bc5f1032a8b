import SQL

extension Migration {
    /// What organisations said of themselves before.
    static let organisationVersions = Migration(
        15, "organisation_versions",
        [
            """
            create table organisation_version (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, details \(.text) not null,
                account_id \(.int), at \(.int) not null,
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            "create index organisation_version_newest on organisation_version (organisation_id, id)",
            // A mediator who works for an organisation on its behalf.
            "alter table session add column acting_for \(.int) references organisation (id)",
            "alter table vacancy add column featured_at \(.int)",
            "create index vacancy_featured on vacancy (centre_id, featured_at)",
        ])
}
