/// The pages of information that every centre has; it can put them into its own words and add pages of its own.
package enum InformationPage: String, CaseIterable, Sendable {
    case questions = "faq"
    case manual = "handleiding"
    case privacy = "privacy"
    case accessibility = "toegankelijkheid"

    package var path: String { "/" + rawValue }
}
