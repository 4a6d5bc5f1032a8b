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
