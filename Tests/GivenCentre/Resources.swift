import Foundation
package import Localisation
package import SQL
package import Texts
package import Time
package import VolunteerCentre

/// The resources of the repository, read once for all tests.
package enum Resources {
    package static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    package static let folder = repository + "/Resources"

    private static let read = Result {
        (try Catalogues(folder: folder + "/Locale"), try TextLibrary(folder: folder + "/Mail", ending: "mustache"))
    }

    package static func catalogues() throws -> Catalogues { try read.get().0 }

    private static let search = Result {
        let texts = try SearchTexts(folder: folder + "/Data", wordList: "/usr/share/dict/dutch")
        texts.readTranslations("/usr/share/dictd")
        return (
            try Taxonomy(file: folder + "/Data/taxonomy.csv"), try Places(file: folder + "/Data/places-nl-be.csv"),
            texts
        )
    }

    /// An index over a database; nothing is in it before it is told to catch up.
    package static func finder(_ database: any Database, now: Instant) throws -> Finder {
        let (taxonomy, places, texts) = try search.get()
        return Finder(database: database, taxonomy: taxonomy, places: places, texts: texts, now: { now })
    }

    package static func coach() throws -> VacancyCoach {
        VacancyCoach(words: try CoachWords(file: folder + "/Data/coach.txt"))
    }

    package static func mailTexts() throws -> TextLibrary { try read.get().1 }
}
