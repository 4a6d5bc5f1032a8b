import Foundation
package import Localisation
package import Texts

/// The resources of the repository, read once for all tests.
package enum Resources {
    package static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    package static let folder = repository + "/Resources"

    private static let read = Result {
        (try Catalogues(folder: folder + "/Locale"), try TextLibrary(folder: folder + "/Mail", ending: "mustache"))
    }

    package static func catalogues() throws -> Catalogues { try read.get().0 }

    package static func mailTexts() throws -> TextLibrary { try read.get().1 }
}
