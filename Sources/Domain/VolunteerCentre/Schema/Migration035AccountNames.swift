import SQL

extension Migration {
    /// The log is searched by the names of people; engines fold ASCII alone, so *Noëlle* was not found.
    static let accountNames = Migration(
        35, "account_names", ["alter table account add column name_key \(.text) not null default ''"], convert: fold)

    private static func fold(_ tx: Transaction) throws {
        for row in try tx("select id, name from account order by id limit 1000000") {
            let (id, name): (ID<Account>, String) = (try row["id"], try row["name"])
            try tx("update account set name_key = \(Folding.fold(name)) where id = \(id)")
        }
    }
}
