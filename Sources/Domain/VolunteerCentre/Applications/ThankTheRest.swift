package import SQL

/// The places of a vacancy are taken: everybody who still waits gets one kind word, in one act.
package enum ThankTheRest {
    /// So many at once; who has more does it again.
    package static let most = 200

    package struct Done: Sendable, Equatable {
        package var thanked = 0
        /// Left a telephone number only: somebody has to call.
        package var withoutMail = 0
        /// Wrote after the list was shown: they are answered by somebody who read it.
        package var wroteMeanwhile = 0
    }

    /// - Parameter chosen: who was ticked, and how many messages of hers there were then; who withdrew or was answered meanwhile is
    ///   left in peace.
    /// - Returns: nil when there is no such vacancy for this actor.
    package static func run(
        _ words: String, because cause: DeclineCause, on id: ID<Vacancy>, _ chosen: [ID<Application>: Int],
        in work: UnitOfWork
    ) throws -> Done? {
        guard try VacancyQueries.own(id, in: work) != nil else { return nil }
        var done = Done()
        for application in try waiting(for: id, in: work).elements {
            guard let seen = chosen[application.id] else { continue }
            switch try DeclineApplication.run(words, because: cause, application.id, seen: seen, in: work) {
            case .declined: done.thanked += 1
            case .declinedWithoutMail: done.withoutMail += 1
            case .wroteMeanwhile: done.wroteMeanwhile += 1
            case .alreadyClosed, .changedMeanwhile, .notFound: break
            }
        }
        return done
    }

    /// Who waits for an answer, the longest first.
    package static func waiting(
        for id: ID<Vacancy>, most: Int = most, in work: UnitOfWork
    ) throws -> Paged<Application> {
        try ApplicationQueries.list(
            .init(vacancy: id, isOpen: true, order: .init(.when)), in: work.centre.id, page: Page(1, size: most),
            work.tx)
    }
}
