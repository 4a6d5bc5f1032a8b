import SQL
import Time

/// Every night: how well each organisation answers, from nought to five, for the order in which vacancies are found. It weighs a
/// sixtieth of what the words of a search are worth; with few responses, or none, it stands in the middle.
package enum RateAnswering {
    /// - Returns: how many organisations have other points than before.
    @discardableResult package static func run(in work: UnitOfWork) throws -> Int {
        let centre = work.centre.id
        let before: [ID<Organisation>: Int] = try work.tx(
            "select id, answer_points from organisation where centre_id = \(centre) and answer_points is not null order by id limit 20000"
        ).reduce(into: [:]) { $0[try $1["id"]] = try $1["answer_points"] }
        let now: [ID<Organisation>: Int] = try work.tx(
            """
            select organisation_id as id, count(*) as asked, count(answered_at) as answered,
                count(case when answered_at - created_at < \(Span.days(5).milliseconds) then 1 end) as soon
            from application
            where centre_id = \(centre) and channel = 'web' and created_at > \(work.now.subtracting(.days(365)))
                and (answered_at is not null or overdue_at is not null)
            group by organisation_id having count(*) >= \(AnswerRecord.fewest) order by organisation_id limit 20000
            """
        ).reduce(into: [:]) {
            $0[try $1["id"]] = points(asked: try $1["asked"], answered: try $1["answered"], soon: try $1["soon"])
        }
        let changed = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
        for id in changed.sorted(by: { $0.number < $1.number }) {
            try work.tx(
                "update organisation set answer_points = \(now[id]) where centre_id = \(centre) and id = \(id)")
            try work.changed("organisation", id)
        }
        return changed.count
    }

    static func points(asked: Int, answered: Int, soon: Int) -> Int {
        switch Double(answered) / Double(asked) {
        case ..<0.5: 0
        case ..<0.7: 1
        case ..<0.8: 2
        case ..<0.9: 3
        default: soon * 5 >= asked * 4 ? 5 : 4
        }
    }
}
