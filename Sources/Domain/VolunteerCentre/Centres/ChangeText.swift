package import Localisation
package import SQL
package import Texts

/// The administrator puts a text into the centre's own words, or goes back to the standard one. Earlier wordings stay.
package enum ChangeText {
    package struct Input: Sendable {
        package var place: OwnText.Place
        package var language: Language
        /// Nil: back to the standard text.
        package var wording: OwnText.Wording?
        /// The newest wording when the administrator began; nil: there was none.
        package var basedOn: ID<OwnText>?

        package init(
            place: OwnText.Place, language: Language, wording: OwnText.Wording?, basedOn: ID<OwnText>?
        ) {
            self.place = place
            self.language = language
            self.wording = wording
            self.basedOn = basedOn
        }
    }

    package enum Outcome: Sendable, Equatable {
        case changed
        case refused([Refusal])
        /// Somebody else saved in the meantime; nothing is overwritten.
        case changedMeanwhile(OwnText)
        case notFound
    }

    package enum Part: Sendable, Equatable { case title, body, button }

    package struct Refusal: Sendable, Equatable {
        package let part: Part
        package let problem: Template.Problem
    }

    package static func run(_ input: Input, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator, work.centre.textLanguages.contains(input.language) else { return .notFound }
        try work.tx.lock(table: "text_version")
        let newest = try OwnText.newest(input.place, input.language, in: work.centre.id, work.tx)
        guard try input.place.hasStandard || OwnText.exists(input.place, in: work.centre.id, work.tx) else {
            return .notFound
        }
        if let newest, newest.id != input.basedOn { return .changedMeanwhile(newest) }
        let refusals = input.wording.map { problems($0, input.place) } ?? []
        guard refusals.isEmpty else { return .refused(refusals) }
        if newest?.wording == input.wording { return .changed }
        try store(input, in: work)
        return .changed
    }

    /// What is wrong with a wording before it may be used or tried.
    package static func problems(_ wording: OwnText.Wording, _ place: OwnText.Place) -> [Refusal] {
        let fields = Set(place.fields.map(\.rawValue))
        // What somebody writes with such a mail would reach nobody.
        for written in [TextField.words, .reason].map(\.rawValue)
        where fields.contains(written) && !wording.body.replacing(" ", with: "").contains("{{\(written)}}") {
            return [Refusal(part: .body, problem: .missingField(written))]
        }
        return [(Part.title, wording.title), (.body, wording.body), (.button, wording.button)].compactMap {
            part, text in
            do throws(Template.Problem) {
                _ = try Template(text, fields: fields)
                return nil
            } catch { return Refusal(part: part, problem: error) }
        }
    }

    static func store(_ input: Input, in work: UnitOfWork) throws {
        let (place, wording) = (input.place, input.wording)
        let id = try work.tx.insert(
            """
            insert into text_version (centre_id, kind, name, language, title, body, button, account_id, at)
            values (\(work.centre.id), \(place.kind), \(place.name), \(input.language.tag), \(wording?.title ?? ""),
                \(wording?.body), \(wording?.button ?? ""), \(work.actor.account), \(work.now)) returning id
            """)
        try Audit.record(wording == nil ? "text.reset" : "text.changed", on: "text", id, in: work)
    }
}
