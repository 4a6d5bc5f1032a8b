import SQL

extension Migration {
    /// Centres that show each other's vacancies.
    static let vacancySharing = Migration(
        28, "vacancy_sharing",
        [
            """
            create table vacancy_sharing (
                centre_id \(.int) not null references centre (id), partner_id \(.int) not null references centre (id),
                created_at \(.int) not null, primary key (centre_id, partner_id)
            ) \(.strict)
            """
        ])
}
