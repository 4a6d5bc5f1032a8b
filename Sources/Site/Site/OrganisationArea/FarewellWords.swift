import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// Who still waits when a vacancy goes is told, in words of the organisation or in these.
struct FarewellWords {
    let waiting: Int
    /// Left a telephone number only.
    let toCall: [VolunteerCentre.Application]
    /// Where the field belongs to.
    let form: String
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <p><strong>\(t("{count} person still waits for an answer.", "{count} people still wait for an answer.", count: waiting))</strong> \
            \(t("Who left an e-mail address gets a mail with these words."))</p>
            \(if: !toCall.isEmpty, "<p>\(t("Call these people yourself: they left a telephone number only."))</p><ul class=\"bullets\">\(each: toCall, { "<li><bdi>\($0.name)</bdi>: \($0.phone)</li>" })</ul>")
            <div class="field\(if: errors["woorden"] != nil, " wrong")"><label for="woorden">\(t("A few kind words"))</label>
            \(optional: errors["woorden"], { "<p class=\"error\" id=\"woorden-fout\">\($0)</p>" })
            <textarea id="woorden" name="woorden" form="\(form)" rows="4" maxlength="2000" dir="auto"\(attribute: "aria-describedby", errors["woorden"] == nil ? nil : "woorden-fout")>\(data.first("woorden") ?? Self.standard(visit))</textarea></div>
            """
    }

    /// In the language of the centre: it is the organisation that speaks.
    static func standard(_ visit: Visit) -> String {
        let t = visit.services.catalogues.localiser(visit.centre.language)
        return t("The vacancy closes now. Thank you very much for wanting to help.")
    }
}
