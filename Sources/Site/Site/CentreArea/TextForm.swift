import Localisation
import SQL
import SiteKit
import Texts
import VolunteerCentre
import Web

/// The fields of a text: what was typed, and what is wrong with it in words.
enum TextForm {
    static let longest = 30_000

    static func data(_ wording: OwnText.Wording, _ standard: OwnText.Wording?, basedOn: ID<OwnText>?) -> FormData {
        FormData(pairs: [
            ("titel", wording.title.isEmpty ? standard?.title ?? "" : wording.title), ("tekst", wording.body),
            ("knop", wording.button.isEmpty ? standard?.button ?? "" : wording.button),
            ("basis", basedOn?.description ?? ""),
        ])
    }

    static func read(
        _ data: FormData, _ place: OwnText.Place, _ t: Localiser
    ) -> (wording: OwnText.Wording, errors: FormErrors) {
        var reader = FormReader(data, t)
        let wording = OwnText.Wording(
            title: reader.line("titel", max: 200, missing: place.isMail ? t("Write a subject.") : t("Write a title.")),
            body: reader.text("tekst", max: longest, missing: t("Write the text.")),
            button: place.isMail ? reader.line("knop", max: 80) : "")
        return (wording, reader.errors)
    }

    static func explain(
        _ refusals: [ChangeText.Refusal], _ place: OwnText.Place, in errors: inout FormErrors, _ t: Localiser
    ) {
        for refusal in refusals {
            let field =
                switch refusal.part {
                case .title: "titel"
                case .body: "tekst"
                case .button: "knop"
                }
            let known = place.fields.map { "{{\($0.rawValue)}}" }.joined(separator: " ")
            switch refusal.problem {
            case .unknownField(let name):
                errors.add(
                    field,
                    t(
                        "{field} is not known here. You can use: {known}",
                        ["field": "{{\(name)}}", "known": known]))
            case .missingField(let name):
                errors.add(
                    field,
                    t(
                        "Put {field} where the words come that are written with this mail. Without it nobody reads them.",
                        ["field": "{{\(name)}}"]))
            case .unreadable(let part):
                errors.add(
                    field,
                    t(
                        "Something is wrong near “{part}”. Double braces stand only around the name of a field, such as {example}.",
                        ["part": part, "example": "{{centre}}"]))
            }
        }
    }
}

extension OwnText.Place {
    var isMail: Bool { kind == "mail" }
}
