import Localisation
package import SQL

/// An organisation notes that somebody called, mailed or dropped in about a vacancy, so that the counts are true.
package enum NoteApplication {
    package struct Input: Sendable, Equatable {
        package var channel = Application.Channel.phone
        package var name = ""
        package var email = ""
        package var phone = ""
        package var message = ""
        package var submissionKey = ""

        package init() {}
    }

    /// Nobody gets a mail: the person knows, and who noted it too.
    /// - Returns: the response; nil when there is no such vacancy for this actor, or when the form was sent before.
    package enum Outcome: Sendable, Equatable { case noted(ID<Application>), alreadySent, notFound }

    package static func run(_ input: Input, on id: ID<Vacancy>, in work: UnitOfWork) throws -> Outcome {
        guard let vacancy = try VacancyQueries.find(id, for: .noteResponse, in: work) else { return .notFound }
        let new = NewApplication(
            kind: .guest, channel: input.channel, name: input.name, email: input.email, phone: input.phone,
            message: input.message, language: work.centre.language, submissionKey: input.submissionKey)
        switch try new.insert(to: vacancy, in: work) {
        case .new(let id), .corrected(let id, _): return .noted(id)
        case .already: return .alreadySent
        }
    }
}
