/** Where the article that the examples of the document are about is read. */
export const seedArticle = '/v1/articles/zelenskyy-offers-to-drop-nato-bid-in-return-for-security-guarantees'
