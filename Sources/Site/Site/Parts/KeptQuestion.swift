import SQL
import SiteKit
import VolunteerCentre
import Web

/// A search that somebody kept before she had an account, as the address to which her link leads.
enum KeptQuestion {
    static let path = SafeReturn.choices

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
    case vacancy(ID<Vacancy>)
    case search(VacancyQuestion, SavedSearch.Frequency)

    private static let vacancies = "/mijn/bewaard/"

    /// - Returns: nil for every other address, also for one that only begins like these.
    init?(_ address: String, _ visit: Visit) {
        if let (question, frequency) = KeptQuestion.read(address, visit) {
            self = .search(question, frequency)
        } else if let id = Self.vacancy(at: address) {
            self = .vacancy(id)
        } else {
            return nil
        }
    }

    /// The vacancy at the address of its heart.
    static func vacancy(at address: String) -> ID<Vacancy>? {
        guard address.hasPrefix(vacancies) else { return nil }
        let number = address.dropFirst(vacancies.count)
        return number.allSatisfy { $0.isASCII && $0.isNumber } ? ID<Vacancy>(String(number)) : nil
    }

    func keep(in work: UnitOfWork) throws {
        switch self {
        case .vacancy(let id): _ = try KeepVacancy.keep(id, in: work)
        case .search(let question, let frequency):
            _ = try ChangeSavedSearches.keep(question, frequency, in: work)
        }
    }
}
