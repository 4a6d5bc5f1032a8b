package import SQL

/// Whether somebody who is signed in is still the one who knows the password, before she changes what others could take over.
package struct CheckPassword: Sendable {
    let workroom: Workroom
    let hasher: PasswordHasher

    package init(in workroom: Workroom, hasher: PasswordHasher) {
        self.workroom = workroom
        self.hasher = hasher
    }

    package func callAsFunction(_ password: String, of account: ID<Account>) async throws -> Bool {
        let hash = try await workroom.database.read { tx in try AccountQueries.passwordHash(account, tx) }
        return try await hasher.verify(password, against: hash)
    }
}
