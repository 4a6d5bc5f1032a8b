import SQL

extension Migration {
    /// Who of an organisation looks after a vacancy, and how that changed.
    static let handOver = Migration(
        53, "hand_over",
        [
            "alter table vacancy add column contact_person_id \(.int) references account (id)",
            "create index vacancy_contact_person on vacancy (contact_person_id)",
            """
            create table contact_change (
                id \(.id), centre_id \(.int) not null, vacancy_id \(.int) not null,
                person_id \(.int) references account (id), name \(.text) not null, begins \(.bool) not null,
                cause \(.text) not null check (cause in ('chosen', 'handed_over', 'left')),
                account_id \(.int), at \(.int) not null,
                foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
            ) \(.strict)
            """,
            "create index contact_change_vacancy on contact_change (vacancy_id, id)",
            "create index contact_change_person on contact_change (person_id)",
        ])
}
