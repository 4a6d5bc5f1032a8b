import SQL

extension Migration {
    /// Parts of a large organisation.
    static let departments = Migration(
        16, "departments",
        [
            """
            create table department (
                id \(.id), centre_id \(.int) not null, organisation_id \(.int) not null, name \(.text) not null,
                name_key \(.text) not null,
                unique (organisation_id, name_key),
                foreign key (centre_id, organisation_id) references organisation (centre_id, id)
            ) \(.strict)
            """,
            "alter table vacancy add column department_id \(.int) references department (id)",
            "alter table organisation_member add column department_id \(.int) references department (id)",
            "create index vacancy_department on vacancy (department_id)",
            "create index organisation_member_department on organisation_member (department_id)",
        ])
}
