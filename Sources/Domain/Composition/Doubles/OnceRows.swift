import SQL
import VolunteerCentre

/// What somebody has once: the two who become one change places, and change back when that is undone.
enum OnceRows {
    static func swapAnswers(_ one: ID<Volunteer>, _ other: ID<Volunteer>, _ tx: Transaction) throws {
        let pair = [one, other]
        let rows = try tx(
            """
            select centre_id, volunteer_id, question, answer from volunteer_answer where volunteer_id in \(list: pair)
            order by volunteer_id, question, answer limit 2000
            """)
        try tx("delete from volunteer_answer where volunteer_id in \(list: pair)")
        for row in rows {
            let (centre, owner): (ID<Centre>, ID<Volunteer>) = (try row["centre_id"], try row["volunteer_id"])
            let (question, answer): (String, String) = (try row["question"], try row["answer"])
            try tx(
                """
                insert into volunteer_answer (centre_id, volunteer_id, question, answer)
                values (\(centre), \(owner == one ? other : one), \(question), \(answer))
                """)
        }
    }

    /// Only one of them is in the pool.
    static func swapCandidate(_ one: ID<Volunteer>, _ other: ID<Volunteer>, _ tx: Transaction) throws {
        let moved = try tx.run(
            """
            update candidate set volunteer_id = \(other) where volunteer_id = \(one)
                and not exists (select 1 from candidate c where c.volunteer_id = \(other))
            """)
        guard moved == 0 else { return }
        try tx(
            """
            update candidate set volunteer_id = \(one) where volunteer_id = \(other)
                and not exists (select 1 from candidate c where c.volunteer_id = \(one))
            """)
    }
}
