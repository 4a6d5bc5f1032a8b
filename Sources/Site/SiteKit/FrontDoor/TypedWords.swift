import HTML
import Localisation
import Web

/// The texts of a form that could not be taken, to be copied.
package struct TypedWords {
    private static let shortest = 6
    private static let longest = 60_000
    /// What the page put in the form itself.
    package static let machinery: Set<String> = [
        "zegel", "terug", "basis", "gezien", "gelezen", "stand", "versie", "wie", "vaak",
    ]

    let data: FormData

    /// Not what the page itself put in the form, nor a password.
    var texts: [String] {
        data.pairs.filter { name, value in
            !Self.machinery.contains(name) && !name.contains("wachtwoord") && !name.hasSuffix("-id")
                && (value.count >= Self.shortest || value.contains("\n")) && value.utf8.count <= Self.longest
                // What was chosen from a list is no text: `af-en-toe`.
                && (value.wholeMatch(of: /[a-z0-9-]*[a-z][a-z0-9-]*/) == nil)
        }.map { $0.1 }
    }

    func html(_ visit: Visit) -> HTML {
        let texts = texts
        guard !texts.isEmpty else { return .empty }
        return """
            <section class="panel"><h2>\(visit.t("You wrote this"))</h2><p>\(visit.t("It was not sent. Copy it if you want to use it elsewhere."))</p>
            \(each: texts, { "<div class=\"prose\" dir=\"auto\">\(visit.prose($0))</div>" })</section>
            """
    }
}
