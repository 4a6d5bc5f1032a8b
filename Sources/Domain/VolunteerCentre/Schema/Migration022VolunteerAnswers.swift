import SQL

extension Migration {
    /// What volunteers answered in the questionnaire.
    static let volunteerAnswers = Migration(
        22, "volunteer_answers",
        [
            """
            create table volunteer_answer (
                centre_id \(.int) not null, volunteer_id \(.int) not null, question \(.text) not null, answer \(.text) not null,
                primary key (volunteer_id, question, answer),
                foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
            ) \(.strict)
            """,
            // Who makes an account after the questions need not answer them twice.
            "alter table credential_link add column answers \(.text)",
        ])
}
