//! The stock, in `SQLite`.

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{SqliteConnection, SqlitePool};

use crate::errors::operations::{FindArticleError, OrderError};
use crate::order::{Article, Order};

/// How many there are of each article.
#[derive(Clone, Debug)]
pub struct Stock(SqlitePool);

impl Stock {
    /// A stock of umbrellas and kites, in the memory of the program.
    ///
    /// # Errors
    ///
    /// `SQLite` does not work.
    pub async fn open() -> Result<Self, sqlx::Error> {
        // Each connection to a database in memory has its own.
        let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        let pool = pool.connect_with(SqliteConnectOptions::new().in_memory(true)).await?;
        let schema = "CREATE TABLE stock (article TEXT PRIMARY KEY, left INTEGER NOT NULL CHECK (left >= 0)); \
                      INSERT INTO stock VALUES ('umbrella', 2), ('kite', 7)";
        sqlx::raw_sql(schema).execute(&pool).await?;
        Ok(Self(pool))
    }

    /// Closes the database, after which nothing can be found any more.
    pub async fn close(&self) {
        self.0.close().await;
    }

    /// How many of an article are left.
    ///
    /// # Errors
    ///
    /// There is no such article, or the database fails.
    pub async fn find(&self, article: String) -> Result<Article, FindArticleError> {
        let left = left(&mut *self.0.acquire().await?, &article).await?;
        let left = left.ok_or_else(|| FindArticleError::article_not_found(article.clone()))?;
        Ok(Article { article, left })
    }

    /// Takes articles out of the stock.
    ///
    /// # Errors
    ///
    /// There is no such article, there are too few or none, or the database fails.
    pub async fn take(&self, Order { article, count }: Order) -> Result<Article, OrderError> {
        let mut transaction = self.0.begin().await?;
        let Some(left) = left(&mut transaction, &article).await? else {
            return Err(OrderError::article_not_found(article));
        };
        let rest = match left.checked_sub(count) {
            Some(rest) => rest,
            None if left == 0 => return Err(OrderError::sold_out(article)),
            None => return Err(OrderError::out_of_stock(article, left.into())),
        };
        let update = sqlx::query("UPDATE stock SET left = ? WHERE article = ?").bind(rest).bind(&article);
        update.execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(Article { article, left: rest })
    }
}

async fn left(connection: &mut SqliteConnection, article: &str) -> Result<Option<u32>, sqlx::Error> {
    sqlx::query_scalar("SELECT left FROM stock WHERE article = ?").bind(article).fetch_optional(connection).await
}
