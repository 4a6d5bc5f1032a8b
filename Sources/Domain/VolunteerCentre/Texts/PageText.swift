package import Localisation
package import SQL
package import Texts

/// A page of information as visitors read it: title and body (Markdown), filled in.
package struct PageText: Sendable, Equatable {
    package let title: String
    package let body: String
    /// Another than the reader's when the page is there in the centre's language alone.
    package let language: Language

    /// Nil when the centre has no such page.
    package static func find(
        _ name: String, in language: Language, of centre: Centre, standard: TextLibrary, _ tx: Transaction
    ) throws -> PageText? {
        if let own = try OwnText.wording(.page(name), language, in: centre.id, tx) {
            return filled(own, language, centre)
        }
        if InformationPage(rawValue: name) != nil {
            return filled(try standardWording(name, language, standard), language, centre)
        }
        guard language != centre.language,
            let own = try OwnText.wording(.page(name), centre.language, in: centre.id, tx)
        else { return nil }
        return filled(own, centre.language, centre)
    }

    /// The words that ship with the program; the first line of the file is the title.
    package static func standardWording(_ name: String, _ language: Language, _ standard: TextLibrary) throws
        -> OwnText.Wording
    {
        let source = try standard.template(name, languages: language.chain).source
        let lines = source.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        return OwnText.Wording(
            title: String(lines[0].drop { $0 == "#" || $0 == " " }),
            body: lines.count > 1 ? String(lines[1].drop(while: \.isNewline)) : "", button: "")
    }

    package static func filled(_ wording: OwnText.Wording, _ language: Language, _ centre: Centre) -> PageText {
        let values = [
            TextField.centre.rawValue: centre.name, TextField.contact.rawValue: centre.email,
            TextField.phone.rawValue: centre.phone, TextField.address.rawValue: centre.address,
        ].filter { !$0.value.isEmpty }
        // What was stored was checked; should a field have gone since, the words are shown as they were written.
        func fill(_ text: String) -> String { (try? Template(text))?.render(values) ?? text }
        return PageText(title: fill(wording.title), body: fill(wording.body), language: language)
    }
}

extension InformationPage {
    /// What a text of a page may ask for.
    package static let fields: [TextField] = [.centre, .contact, .phone, .address]
}
