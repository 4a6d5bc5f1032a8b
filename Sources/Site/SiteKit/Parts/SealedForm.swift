import Localisation
package import Web

/// A form that makes something carries a seal, which is also the key under which it is made once.
package enum SealedForm {
    /// The errors of a new form and the seal it goes on with. A new seal per request would make two vacancies of a form
    /// that is sent twice.
    package static func check(_ data: FormData, _ found: FormErrors, _ visit: Visit) -> (FormErrors, seal: String) {
        let seal = data.first("zegel") ?? ""
        guard visit.services.seal.check(seal, now: visit.now) == .forged else { return (found, seal) }
        var errors = found
        errors.add(
            "zegel", visit.t("This form was too old. Everything you typed is still here: send it once more."))
        return (errors, visit.newSeal())
    }
}
