import SQL
import Time

/// An organisation looks through the pool. What it asks and whom it is shown is counted, so that nobody copies the pool with
/// a hundred questions; who was found sees by whom.
package enum FindCandidates {
    /// Different questions in one day.
    package static let questionsPerDay = 30
    /// Different people in the lists of one day, over all questions together.
    package static let peoplePerDay = 60

    package enum Outcome: Sendable, Equatable {
        /// Whose card may be shown, by code: all of those asked for, or as many as the day still allows.
        case shown(Set<String>)
        case tooManyQuestions
        case notFound
    }

    /// - Parameters:
    ///   - question: what was asked, in one line; the same again on one day is no other question.
    ///   - codes: who was found, best first.
    package static func run(_ question: String, found codes: [String], in work: UnitOfWork) throws -> Outcome {
        guard case .member(let organisation) = work.actor.role else { return .notFound }
        let today = work.today
        // Colleagues who search in the same moment meet here: a change of the row, since a lock alone would let who waited
        // count what was there before.
        guard
            try work.tx.run(
                "update organisation set name = name where centre_id = \(work.centre.id) and id = \(organisation) and state = 'approved'"
            )
                == 1
        else { return .notFound }
        guard try note(question, organisation, today, in: work) else { return .tooManyQuestions }
        return .shown(try show(codes, to: organisation, today, work.centre.id, work.tx))
    }

    private static func note(
        _ question: String, _ organisation: ID<Organisation>, _ today: CalendarDate, in work: UnitOfWork
    ) throws -> Bool {
        let asked: [String] = try work.tx.values(
            """
            select question from candidate_search where centre_id = \(work.centre.id) and organisation_id = \(organisation)
                and day = \(today) order by question limit \(questionsPerDay)
            """)
        if asked.contains(question) { return true }
        guard asked.count < questionsPerDay else {
            try NoteLimit.run(.candidateQuestions, on: .organisation, organisation, in: work)
            return false
        }
        try work.tx(
            """
            insert into candidate_search (centre_id, organisation_id, account_id, day, question)
            values (\(work.centre.id), \(organisation), \(work.actor.account), \(today), \(question))
            """)
        try Audit.record("candidates.searched", on: "organisation", organisation.number, in: work)
        return true
    }

    private static func show(
        _ codes: [String], to organisation: ID<Organisation>, _ today: CalendarDate, _ centre: ID<Centre>,
        _ tx: Transaction
    ) throws -> Set<String> {
        guard !codes.isEmpty else { return [] }
        var people: [String: ID<Volunteer>] = [:]
        for row in try tx(
            """
            select code, volunteer_id from candidate where centre_id = \(centre) and code in \(list: codes)
            order by volunteer_id limit \(codes.count)
            """)
        { people[try row["code"]] = try row["volunteer_id"] }
        var seen: Set<ID<Volunteer>> = Set(
            try tx.values(
                """
                select volunteer_id from candidate_found where centre_id = \(centre) and organisation_id = \(organisation)
                    and day = \(today) order by volunteer_id limit \(peoplePerDay)
                """))
        var shown: Set<String> = []
        for code in codes {
            guard let person = people[code], seen.contains(person) || seen.count < peoplePerDay else { continue }
            shown.insert(code)
            guard seen.insert(person).inserted else { continue }
            try tx(
                """
                insert into candidate_found (centre_id, volunteer_id, organisation_id, day)
                values (\(centre), \(person), \(organisation), \(today)) on conflict do nothing
                """)
        }
        return shown
    }

    /// Questions of long ago tell nothing any more.
    static func purge(before day: CalendarDate, _ tx: Transaction) throws {
        try tx("delete from candidate_search where day < \(day)")
    }
}
