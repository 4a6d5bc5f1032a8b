import SQL

extension Migration {
    /// *Koken en gastvrouw* and *Begeleiden en gezelschap* became two activities each. Whoever chose one meant either: both stay true
    /// of her and of a vacancy until somebody takes one away.
    static let activities = Migration(
        45, "activities",
        [("koken", "onthaal"), ("begeleiden", "gezelschap")].flatMap { old, new -> [SQL] in
            [
                """
                insert into vacancy_tag (centre_id, vacancy_id, list, slug)
                select centre_id, vacancy_id, list, \(new) from vacancy_tag where list = 'activity' and slug = \(old)
                """,
                """
                insert into volunteer_answer (centre_id, volunteer_id, question, answer)
                select centre_id, volunteer_id, question, \(new) from volunteer_answer
                where question = 'activity' and answer = \(old)
                """,
            ]
        })
}
