import Localisation
import VolunteerCentre
package import Web

/// What protects visitors' forms without a cookie or a puzzle: the seal, the time it took, the field only robots fill.
package struct VisitorGuard {
    package let errors: FormErrors
    package let seal: String
    /// Filled the hidden field: it is thanked and nothing is stored, so that it learns nothing.
    package let isRobot: Bool

    package init(errors: FormErrors, seal: String, isRobot: Bool) {
        self.errors = errors
        self.seal = seal
        self.isRobot = isRobot
    }

    package static func check(_ data: FormData, _ found: FormErrors, _ visit: Visit) -> VisitorGuard {
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
