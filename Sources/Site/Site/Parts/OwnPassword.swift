import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// The password of an account, asked once more before what others could take over changes.
enum OwnPassword {
    /// Each look at a password is a try.
    private static let tries = RateLimit("address-password", limit: 10, per: .minutes(15))

    /// What is wrong with the password in a form; nil when it is that of the account.
    static func error(_ request: Request, _ account: ID<Account>, _ visit: Visit) async throws -> String? {
        var typed = SentForm.current?.data
        if typed == nil { typed = try await request.form() }
        let password = String((typed?.first("wachtwoord") ?? "").prefix(PasswordRule.longest + 1))
        guard !password.isEmpty else { return visit.t("Fill in your password.") }
        if let refusal = try await visit.services.refusal(tries, "account:\(account)") {
            try await visit.write(by: visit.visitor) { work in
                try NoteLimit.run(.password, on: .account, account, in: work)
            }
            throw refusal
        }
        let check = CheckPassword(in: visit.services.workroom, hasher: visit.services.hasher)
        return try await check(password, of: account) ? nil : visit.t("This is not your password. Try again.")
    }
}
