import SQL
import SiteKit
import VolunteerCentre
import Web

/// A search that somebody kept before she had an account, as the address to which her link leads.
enum KeptQuestion {
    static let path = "/mijn/zoekopdrachten"

    /// - Returns: nil for another address, and for a question that nobody understands.
    static func read(_ address: String, _ visit: Visit) -> (
        question: VacancyQuestion, frequency: SavedSearch.Frequency
    )? {
        guard address.hasPrefix(path + "?"),
            let data = try? FormData(urlEncoded: address.dropFirst(path.count + 1).utf8)
        else { return nil }
        return read(data, visit)
    }

    /// The same of the form with the button.
    static func read(_ data: FormData, _ visit: Visit) -> (question: VacancyQuestion, frequency: SavedSearch.Frequency)?
    {
        let filter = VacancyFilter(data, visit)
        // The board says what is not understood; kept it would find nothing, or more than was asked.
        guard !filter.search.isUnreadable, filter.gone(visit).isEmpty else { return nil }
        return (filter.question, data.first("vaak").flatMap { SavedSearch.Frequency(rawValue: $0) } ?? .weekly)
    }
}

/// What somebody wanted to keep before there was a profile to keep it in: the address to which her way leads.
enum KeptBefore {
    static let vacancies = "/mijn/bewaard/"

    /// Whether this is the address of a heart or of a search.
    static func isIt(_ path: String) -> Bool { path.hasPrefix(vacancies) || path == KeptQuestion.path }

    static func keep(_ address: String, _ visit: Visit, in work: UnitOfWork) throws {
        if address.hasPrefix(vacancies) {
            let number = address.dropFirst(vacancies.count).prefix { $0.isNumber }
            if let id = ID<Vacancy>(String(number)) { _ = try KeepVacancy.keep(id, in: work) }
        } else if let (question, frequency) = KeptQuestion.read(address, visit) {
            _ = try ChangeSavedSearches.keep(question, frequency, in: work)
        }
    }
}
