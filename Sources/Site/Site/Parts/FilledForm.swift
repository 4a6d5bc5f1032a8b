import SiteKit
import Web

extension Visit {
    /// The fields of a form on this page: empty, or with what was typed and what is wrong with it. A page of a form holds them.
    func fields(_ data: FormData = FormData(), _ errors: FormErrors = FormErrors()) -> FormFields {
        FormFields(visit: self, data: data, errors: errors)
    }
}
