import Jobs
import Localisation
import SQL
import Time

/// Ten minutes after a response was closed: the letter, with two vacancies that are like this one and to which she did not respond.
struct SendClosingLetter: Sendable {
    /// So many vacancies stand in it.
    private static let offered = 2

    let finder: Finder

    func callAsFunction(_ letter: ClosingLetter, in work: UnitOfWork) throws {
        guard let application = try ApplicationQueries.find(letter.application, in: work.centre.id, work.tx),
            application.closing?.due == letter.due
        else { return }
        try TellClosing.run(
            application,
            others: { language in work.mails.list(try others(application, in: work), in: language, at: work.centre) },
            in: work)
    }

    private func others(_ application: Application, in work: UnitOfWork) throws -> [VacancyCard] {
        guard let vacancy = try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx) else { return [] }
        return try finder.elsewhere(than: application, vacancy, in: work, count: Self.offered)
    }
}
