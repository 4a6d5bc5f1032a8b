package import Foundation
package import Localisation
package import SQL
package import Time

/// A volunteer centre: the tenant. It has its own host, name, colours, municipalities and rules.
package struct Centre: Sendable, Equatable {
    package let id: ID<Centre>
    package let slug: String
    package let name: String
    package let host: String?
    package let language: Language
    package let country: String
    package let zone: TimeZone
    package let email: String
    package let phone: String
    package let address: String
    package let openingHours: String
    package let intro: String
    package let theme: Theme
    package let logo: String?
    package let municipalities: [String]
    /// By name, in their order; empty when nobody gave the centre any.
    package let neighbourhoods: [String]
    /// Whether a published vacancy that its organisation changes must be approved again.
    package let editsReturnToQueue: Bool
    /// Whether a vacancy that comes back from offline or the archive must be approved again.
    package let reactivationReturnsToQueue: Bool
    /// Whether a vacancy of which nobody says that it is still right goes offline, rather than to the end of the list only.
    package let unconfirmedGoesOffline: Bool
    /// Within so many days who responded may expect an answer (`ReplyClock`).
    package let answerDays: Int
    /// What its vacancy coach does not look at.
    package let coachOff: Set<CoachRule>

    /// What an organisation must be to be admitted, a line each; the centre's own words.
    package let criteria: [String]

    /// Whose vacancies stand among its own, and the other way round.
    package let neighbours: [Neighbour]

    /// The pages of information that the centre added, for the foot of every page.
    package let pages: [PageLink]

    /// How the centre searches and suggests, and its map.
    package let finding: FindingSettings

    /// Days on which the centre is closed, soonest first.
    package let holidays: [Holiday]

    /// The holiday that visitors should know of: it goes on, or begins within a week.
    package func holiday(_ today: CalendarDate) -> Holiday? {
        holidays.first { $0.ends >= today && $0.begins <= today.adding(days: 7) }
    }

    package struct PageLink: Sendable, Equatable {
        package let name: String
        package let titles: [Language: String]
    }

    /// The languages in which the centre can change its texts.
    package var textLanguages: [Language] { language == .en ? [.en] : [language, .en] }

    package func today(_ now: Instant) -> CalendarDate { CalendarDate(now, in: zone) }
}
