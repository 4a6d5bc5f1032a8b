import Localisation
import VolunteerCentre
package import Web

/// What protects visitors' forms without a cookie or a puzzle: the seal, the time it took, the field only robots fill. What looks
/// like a robot's is asked, never thrown away: a browser that fills in fields by itself looks like one too.
package struct VisitorGuard {
    /// The field that people do not see. No program that fills in forms knows such a name.
    package static let trap = "extra-regel"
    package static let human = "mens"

    package let errors: FormErrors
    package let seal: String

    package static func check(_ data: FormData, _ found: FormErrors, _ visit: Visit) -> VisitorGuard {
        var errors = found
        var seal = data.first("zegel") ?? ""
        let saysHuman = data.first(human) == "1"
        switch visit.services.seal.check(seal, now: visit.now) {
        case .fine:
            if !(data.first(trap) ?? "").isEmpty, !saysHuman {
                errors.add(
                    human,
                    visit.t(
                        "Something filled in a field that people do not see. Tick that you are a person and send it once more."
                    ))
            }
        case .tooFast:
            guard !saysHuman else { break }
            errors.add(
                human,
                visit.t(
                    "You were quick. Is everything as you want it? Tick that you are a person and send it once more."))
        case .forged:
            seal = visit.newSeal()
            errors.add(
                "zegel", visit.t("This form was too old. Everything you typed is still here: send it once more."))
        }
        return VisitorGuard(errors: errors, seal: seal)
    }
}
