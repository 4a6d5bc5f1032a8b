import Localisation
import VolunteerCentre
import Web

/// What protects visitors' forms without a cookie or a puzzle: the seal, the time it took, the field only robots fill.
struct VisitorGuard {
    let errors: FormErrors
    let seal: String
    /// Filled the hidden field: it is thanked and nothing is stored, so that it learns nothing.
    let isRobot: Bool

    static func check(_ data: FormData, _ found: FormErrors, _ visit: Visit) -> VisitorGuard {
        var errors = found
        var seal = data.first("zegel") ?? ""
        switch visit.services.seal.check(seal, now: visit.now) {
        case .fine: break
        case .tooFast:
            errors.add("zegel", visit.t("That was very quick. Check what you filled in and send it once more."))
        case .forged:
            seal = visit.newSeal()
            errors.add(
                "zegel", visit.t("This form was too old. Everything you typed is still here: send it once more."))
        }
        return VisitorGuard(errors: errors, seal: seal, isRobot: !(data.first("w-naam") ?? "").isEmpty)
    }
}
