import Foundation
package import Localisation
package import Mail

/// The resources of the repository, read once for all tests.
package enum Resources {
    package static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    package static let folder = repository + "/Resources"

    private static let read = Result {
        (try Catalogues(folder: folder + "/Locale"), try MailTexts(folder: folder + "/Mail"))
    }

    package static func catalogues() throws -> Catalogues { try read.get().0 }

    package static func mailTexts() throws -> MailTexts { try read.get().1 }
}
