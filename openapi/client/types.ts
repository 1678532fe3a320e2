// Made of openapi/openapi.json by `npm run openapi`; not written by hand.

export interface paths {
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a problem means
         * @description The page at the `type` of every error: how it comes about, an example, and what is to be done.
         */
        get: operations["explainProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process is alive
         * @description Never touches the database: a database that is away is no reason to restart the service.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests can be served
         * @description Asks the database; 503 while it does not answer within 2 seconds, or the service is shutting down. One that can be read, but not be written to, is ready: published articles are served.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/articles.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the feed of all articles
         * @description The newest articles with their full text, as RSS, Atom or JSON Feed.
         */
        get: operations["getArticleFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/topics/{topic}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the feed of a topic
         * @description By id or slug. A topic whose articles another took over answers 308.
         */
        get: operations["getTopicFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/authors/{author}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the feed of an author
         * @description By id or slug. An author whose bylines another took over answers 308.
         */
        get: operations["getAuthorFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the index of sitemaps
         * @description Names the sitemaps of all articles, 50,000 in each.
         */
        get: operations["getSitemapIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap-articles-{page}.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a page of the sitemap of all articles
         * @description The oldest first.
         */
        get: operations["getArticleSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap-news.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the sitemap of the news of the last 48 hours
         * @description At most 1,000 articles, the newest first, as Google News reads it.
         */
        get: operations["getNewsSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List published articles
         * @description Newest first; with `q`, what fits the words best. Sections, takeaways and all of authors and topics come with `include`. With `version=draft` working copies, changed last first, in the same language.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Create an article
         * @description With its sections, takeaways, byline and topics: all of it or nothing. `"publish": true` makes it public in the same transaction.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List published articles by a query in the body
         * @description The same as listing them, words in `q` included, for queries that are too long for a URL: lists are arrays, and the filter is an object.
         */
        post: operations["searchArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a published article
         * @description Everything that a page needs in one answer; by `Accept` also as JSON-LD for search engines, as a plain HTML page, as Markdown and as text, for which `format` and `fields` make no difference. An old slug answers 308, a withdrawn article 410 or 451.
         */
        get: operations["getArticle"];
        /**
         * Replace an article, or create it with your own id
         * @description With `If-Match` the whole working copy becomes what is sent; sections and takeaways whose ids are given stay the same ones. With `If-None-Match: *` and an id of your own in the URL the article is created.
         */
        put: operations["replaceArticle"];
        post?: never;
        /**
         * Put an article into the trash
         * @description It is taken down if it is public, which needs the role editor, and its slug is free. Restore brings it back.
         */
        delete: operations["trashArticle"];
        options?: never;
        head?: never;
        /**
         * Change an article
         * @description By a merge patch (RFC 7396; plain JSON means the same) or a JSON Patch (RFC 6902) of the draft. A list in a merge patch replaces the whole list; its members keep the ids that they are given with.
         */
        patch: operations["changeArticle"];
        trace?: never;
    };
    "/v1/articles/{article}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sections of a published article
         * @description All of them, in order.
         */
        get: operations["listArticleSections"];
        /**
         * Replace the sections of an article
         * @description The whole list in its new order: a section with a known id is kept, one without an id is new, and what is left out is gone. `If-Match` takes the ETag of the article, and the answer has its new one.
         */
        put: operations["replaceSections"];
        /**
         * Add a section to an article
         * @description At the end, or where `position` says. Needs no condition, since nothing that is there is changed; an `If-Match` that is sent takes the ETag of the article.
         */
        post: operations["addSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/takeaways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the takeaways of a published article
         * @description All of them, in order.
         */
        get: operations["listArticleTakeaways"];
        /**
         * Replace the takeaways of an article
         * @description The whole list in its new order: a takeaway with a known id is kept, one without an id is new, and what is left out is gone. `If-Match` takes the ETag of the article, and the answer has its new one.
         */
        put: operations["replaceTakeaways"];
        /**
         * Add a takeaway to an article
         * @description At the end, or where `position` says. Needs no condition, since nothing that is there is changed; an `If-Match` that is sent takes the ETag of the article.
         */
        post: operations["addTakeaway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the versions of a published article as a TimeMap
         * @description Where each version that was public is found, and since when it was (RFC 7089, 5).
         */
        get: operations["getArticleTimemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles that are related to a published one
         * @description By the topics and the words that they share, in the same language, the closest first.
         */
        get: operations["listRelatedArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/external/{source}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create or replace an article by the id that another system gave it
         * @description For feeds from elsewhere: needs no condition, but heeds one that is sent; the same content again changes nothing. Sections and takeaways without ids stay the ones at their place.
         */
        put: operations["putExternalArticle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sections across published articles
         * @description Newest article first, in the order of the article.
         */
        get: operations["listSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a section of a published article
         * @description With the article that it belongs to.
         */
        get: operations["getSection"];
        /**
         * Replace a section
         * @description Its words, and with `position` its place. `If-Match` takes the ETag of the section itself.
         */
        put: operations["replaceSection"];
        post?: never;
        /**
         * Remove a section from its article
         * @description Earlier revisions keep it.
         */
        delete: operations["removeSection"];
        options?: never;
        head?: never;
        /**
         * Change a section
         * @description Its words, and with `position` its place. Two editors on two sections never collide: `If-Match` takes the ETag of the section itself.
         */
        patch: operations["changeSection"];
        trace?: never;
    };
    "/v1/takeaways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List takeaways across published articles
         * @description Newest article first, in the order of the article: the newest takeaways of a topic, say.
         */
        get: operations["listTakeaways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/takeaways/{takeaway}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a takeaway of a published article
         * @description With the article that it belongs to.
         */
        get: operations["getTakeaway"];
        /**
         * Replace a takeaway
         * @description Its words, and with `position` its place. `If-Match` takes the ETag of the takeaway itself.
         */
        put: operations["replaceTakeaway"];
        post?: never;
        /**
         * Remove a takeaway from its article
         * @description Earlier revisions keep it.
         */
        delete: operations["removeTakeaway"];
        options?: never;
        head?: never;
        /**
         * Change a takeaway
         * @description Its words, and with `position` its place. Two editors on two takeaways never collide: `If-Match` takes the ETag of the takeaway itself.
         */
        patch: operations["changeTakeaway"];
        trace?: never;
    };
    "/v1/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List authors
         * @description By name.
         */
        get: operations["listAuthors"];
        put?: never;
        /**
         * Create an author
         * @description Authors are public at once; there are no drafts of them.
         */
        post: operations["createAuthor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{author}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an author
         * @description By id or slug. An author whose bylines another took over answers 308.
         */
        get: operations["getAuthor"];
        /**
         * Replace an author
         * @description What is not given is emptied; the slug stays unless one is given.
         */
        put: operations["replaceAuthor"];
        post?: never;
        /**
         * Delete an author, or let another take its place
         * @description An author whom articles name is deleted only with `reassignTo`: the other takes over every byline, and this one’s URL answers 308.
         */
        delete: operations["deleteAuthor"];
        options?: never;
        head?: never;
        /**
         * Change an author
         * @description A corrected name shows everywhere at once, on old articles too.
         */
        patch: operations["changeAuthor"];
        trace?: never;
    };
    "/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List topics
         * @description By name.
         */
        get: operations["listTopics"];
        put?: never;
        /**
         * Create a topic
         * @description Topics are public at once; there are no drafts of them.
         */
        post: operations["createTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a topic
         * @description By id or slug. A topic whose articles another took over answers 308.
         */
        get: operations["getTopic"];
        /**
         * Replace a topic
         * @description What is not given is emptied; the slug stays unless one is given.
         */
        put: operations["replaceTopic"];
        post?: never;
        /**
         * Delete a topic, or let another take its place
         * @description A topic that articles name is deleted only with `reassignTo`: the other takes its place on every article, and this one’s URL answers 308.
         */
        delete: operations["deleteTopic"];
        options?: never;
        head?: never;
        /**
         * Change a topic
         * @description A corrected name shows everywhere at once, on old articles too.
         */
        patch: operations["changeTopic"];
        trace?: never;
    };
    "/v1/articles/{article}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the moves of the workflow
         * @description Which you may make now, and for the rest why not.
         */
        get: operations["listTransitions"];
        put?: never;
        /**
         * Move an article in the workflow
         * @description Submit, approve, return, publish, schedule (`at` in the future), take down or withdraw. What is scheduled is invisible until its moment, to the millisecond.
         */
        post: operations["makeTransition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the publications of an article in time
         * @description Which revision was public from when until when; with a key also what is scheduled.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the corrections of a published article
         * @description Newest first, those that are public.
         */
        get: operations["listCorrections"];
        put?: never;
        /**
         * Correct a published article
         * @description The note goes public with the next publication of the article, with the words of its section before and after.
         */
        post: operations["addCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the revisions of an article
         * @description Newest first: who changed it, when, and why if they said so.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a revision
         * @description The whole content of the working copy as it was then.
         */
        get: operations["getRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/revisions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an old revision the newest
         * @description As a new revision; nothing is lost. It is not published by that.
         */
        post: operations["restoreRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions
         * @description By section: added, removed, moved, edited with runs of words. As `application/json-patch+json`: RFC 6902.
         */
        get: operations["diffRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the articles in the trash
         * @description Those trashed last first.
         */
        get: operations["listTrash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an article out of the trash
         * @description As a working copy; it is not published by that. By id, because its slug was free meanwhile.
         */
        post: operations["restoreArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trash/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a trashed article for good
         * @description With its revisions and publications; only the events that tell of it stay.
         */
        delete: operations["purgeArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what
         * @description The event log as an audit: nothing in it is ever changed or deleted. The newest first, page by page; with `Accept: application/x-ndjson` everything that fits, the oldest first, as one JSON object on each line.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the event log
         * @description Every change is one event, in the order of commits and without gaps: who goes on after the cursor of the last answer misses nothing. Nobody without a key is told of more than what readers could see: published, unpublished, corrected, withdrawn. With `wait` it is a long poll. With `Accept: text/event-stream` it is a stream of server-sent events, whose ids `Last-Event-ID` takes.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description The newest first.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description Events are sent as CloudEvents, signed by Standard Webhooks with the `secret` of this answer, which is shown this once. They come at least once, with the same `webhook-id` each time, and in order of each subject; any answer of 2xx within 15 seconds takes them, all else is tried again over a day.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description What it is told of, and how it fares; never its secret.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description With the log of its deliveries; what waits is not sent any more.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description By merge patch (RFC 7396; plain JSON means the same) or JSON Patch (RFC 6902). `state: paused` lets events wait, `state: active` sends them, and switches one on again that failed for days.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhook}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new signing secret
         * @description The answer’s `secret` signs from now on, and the old one beside it for as long as `overlapHours` says: change the receiver over meanwhile.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description What a webhook was sent, and is still to be sent; the newest first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description With every attempt: when, the status, how long it took, and the beginning of the answer.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries/{delivery}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description Whatever came of it before; under the same `webhook-id`, so that a receiver can tell.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a stretch of the log again
         * @description Everything after a place in the log that the webhook wants, from before it was made too; each event under the same `webhook-id` as before.
         */
        post: operations["replayEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test
         * @description An event of type `webhook.test`, which is in no log. What came of it, its delivery tells a moment later.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get who you are
         * @description Whose key or token the request came with, and what its role may do.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/deprecations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you use that is to go
         * @description The deprecated operations and parameters that your key or token used in the last 60 days. Nothing is in the list that is not deprecated any more, or was taken away.
         */
        get: operations["listDeprecatedUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description The newest first, expired and revoked ones too.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The answer’s `secret` is the key. It is shown this once and kept nowhere, so the request takes no `Idempotency-Key`: where an answer is lost, revoke the key that it told of and create another.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an API key
         * @description What it may do, until when, and when it was last used; never the key itself.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The key is refused from now on, and stays in the list as revoked. Without an OIDC issuer, the last admin key that never expires cannot be revoked.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description By merge patch (RFC 7396; plain JSON means the same) or JSON Patch (RFC 6902). `expiresAt: null` lets it never expire. Without an OIDC issuer, the last admin key that never expires stays one.
         */
        patch: operations["changeKey"];
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make many changes as one
         * @description Up to 100 requests in one transaction: when one is refused, none is done, and the problem says which by `operation`. Rules that span several resources hold at the end, so that two articles may swap their slugs.
         */
        post: operations["runBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event
         * @description Sent to the URL of a webhook, at least once and in order of each subject. Verify the signature over the bytes of the body (Standard Webhooks) before you believe it, and remember `webhook-id`: the same event may come again.
         */
        post: operations["receiveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description What one request of a batch was answered. */
        Answer: {
            status: number;
            etag: string | null;
            location: string | null;
            /** @description Null where there is none. */
            body: unknown;
        };
        Answers: {
            data: components["schemas"]["Answer"][];
        };
        /** @description A published article. */
        Article: {
            /** Format: uuid */
            id: string;
            slug: string;
            /** @description Where the site shows the article (`ARTICLE_URL`). */
            url: string;
            /** @description BCP 47. */
            language: string;
            headline: string;
            summary: string | null;
            /** @description Where the story was filed from. */
            dateline: string | null;
            /** @description Where the article first appeared, if elsewhere. */
            canonicalUrl: string | null;
            byline: components["schemas"]["Byline"][];
            sections: components["schemas"]["Section"][];
            takeaways: components["schemas"]["Takeaway"][];
            topics: components["schemas"]["Topic"][];
            /** @description Newest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * Format: date-time
             * @description When it was first public, ever.
             */
            firstPublishedAt: string;
            /**
             * Format: date-time
             * @description Since when it has been public without a break.
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description Since when this version has been public.
             */
            updatedAt: string;
            /** @description When the newest correction became public. */
            correctedAt: string | null;
            /** @description Which revision of the working copy this is. */
            revision: number;
            wordCount: number;
            readingMinutes: number;
            seo: components["schemas"]["Seo"];
            links: components["schemas"]["ArticleLinks"];
        };
        /** @description Changes to fields of ArticleDraft. */
        ArticleChange: {
            slug?: string | null;
            headline?: string;
            summary?: (string | null) | null;
            language?: string | null;
            dateline?: (string | null) | null;
            canonicalUrl?: (string | null) | null;
            seo?: {
                title?: (string | null) | null;
                description?: (string | null) | null;
            } | null;
            byline?: components["schemas"]["BylineDraftInput"][] | null;
            topicIds?: string[] | null;
            sections?: components["schemas"]["SectionDraftInput"][] | null;
            takeaways?: components["schemas"]["TakeawayDraftInput"][] | null;
            publish?: (boolean | components["schemas"]["PublicationRequest"]) | null;
        };
        /** @description What changed from one revision to another. */
        ArticleDiff: {
            from: number;
            to: number;
            /** @description Fields of the article itself that differ. */
            fields: {
                field: string;
                from: unknown;
                to: unknown;
            }[];
            /** @description Sections that differ, in their new order, and then those that are gone. */
            sections: components["schemas"]["PartDiff"][];
            takeaways: components["schemas"]["PartDiff"][];
        };
        ArticleDraft: {
            /**
             * Format: uuid
             * @description A UUID of your own, version 7 at best; made here when absent.
             */
            id?: string;
            /** @description Made of the headline when absent. */
            slug?: string;
            headline: string;
            /** @default null */
            summary?: string | null;
            /** @default en */
            language?: string;
            /** @default null */
            dateline?: string | null;
            /** @default null */
            canonicalUrl?: string | null;
            /**
             * @default {
             *       "title": null,
             *       "description": null
             *     }
             */
            seo?: components["schemas"]["SeoInput"];
            /** @default [] */
            byline?: components["schemas"]["BylineDraftInput"][];
            /** @default [] */
            topicIds?: string[];
            /** @default [] */
            sections?: components["schemas"]["SectionDraftInput"][];
            /** @default [] */
            takeaways?: components["schemas"]["TakeawayDraftInput"][];
            /** @description Makes it public in the same transaction; role editor. */
            publish?: boolean | components["schemas"]["PublicationRequest"];
        };
        /** @description A working copy in a list; `include` adds what is left out. */
        ArticleDraftListed: {
            /** Format: uuid */
            id: string;
            slug: string;
            headline: string;
            summary: string | null;
            language: string;
            /** @enum {string} */
            stage: "draft" | "in_review" | "approved";
            /** @description All that holds of it, such as `["published", "modified"]`. */
            state: ("draft" | "in_review" | "approved" | "scheduled" | "published" | "modified" | "unpublished" | "withdrawn" | "trashed")[];
            /** @description Grows by one with every change of the article or of anything in it. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            byline?: {
                /** Format: uuid */
                authorId: string;
                /**
                 * @description What the author did for the article.
                 * @enum {string}
                 */
                role: "author" | "contributor" | "editor" | "photographer" | "translator";
                author: components["schemas"]["AuthorName"];
            }[];
            topicIds?: string[];
            topics?: components["schemas"]["TopicName"][];
            sections?: components["schemas"]["DraftSection"][];
            takeaways?: components["schemas"]["DraftTakeaway"][];
            /** @description Newest first, those that wait included. */
            corrections?: components["schemas"]["DraftCorrection"][];
        };
        ArticleDraftPage: {
            data: components["schemas"]["ArticleDraftListed"][];
            page: components["schemas"]["Page"];
            facets?: components["schemas"]["Facets"];
        };
        ArticleDraftSelectionPage: {
            data: components["schemas"]["ArticleWorkingCopySelection"][];
            page: components["schemas"]["Page"];
            facets?: components["schemas"]["Facets"];
        };
        /** @description Which articles to list. All conditions have to hold. A field with a dot is of something related: it fulfils a condition when any of the related does. What has no value is not equal to anything: `ne`, `nin` and `not` find it. */
        ArticleFilter: {
            /** @description All of these hold. */
            and?: components["schemas"]["ArticleFilter"][];
            /** @description At least one of these holds. */
            or?: components["schemas"]["ArticleFilter"][];
            /** @description This does not hold. */
            not?: components["schemas"]["ArticleFilter"];
            /** @description Id of the article. */
            id?: components["schemas"]["IdCondition"];
            /** @description Slug. */
            slug?: components["schemas"]["TextCondition"];
            /** @description Headline. */
            headline?: components["schemas"]["TextCondition"];
            /** @description Summary. */
            summary?: components["schemas"]["TextCondition"];
            /** @description Where the story was filed from. */
            dateline?: components["schemas"]["TextCondition"];
            /** @description Where the article first appeared, if elsewhere. */
            canonicalUrl?: components["schemas"]["TextCondition"];
            /** @description Language tag. */
            language?: components["schemas"]["TextCondition"];
            /** @description Where the working copy stands; with `version=draft`. */
            stage?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "draft" | "in_review" | "approved";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "draft" | "in_review" | "approved";
                /** @description Equal to any of these. */
                in?: ("draft" | "in_review" | "approved")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("draft" | "in_review" | "approved")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description Which revision of the working copy it is. */
            revision?: components["schemas"]["IntegerCondition"];
            /** @description Who created it; with `version=draft`. */
            createdBy?: components["schemas"]["TextCondition"];
            /** @description When it was created; with `version=draft`. */
            createdAt?: components["schemas"]["MomentCondition"];
            /** @description Since when this version has been public. */
            updatedAt?: components["schemas"]["MomentCondition"];
            /** @description Id or slug of an author. */
            author?: components["schemas"]["KeyCondition"];
            /** @description Slug of an author. */
            "author.slug"?: components["schemas"]["TextCondition"];
            /** @description Name of an author. */
            "author.name"?: components["schemas"]["TextCondition"];
            /** @description What an author did for the article. */
            "author.role"?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "author" | "contributor" | "editor" | "photographer" | "translator";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "author" | "contributor" | "editor" | "photographer" | "translator";
                /** @description Equal to any of these. */
                in?: ("author" | "contributor" | "editor" | "photographer" | "translator")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("author" | "contributor" | "editor" | "photographer" | "translator")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description Id or slug of a topic. */
            topic?: components["schemas"]["KeyCondition"];
            /** @description Slug of a topic. */
            "topic.slug"?: components["schemas"]["TextCondition"];
            /** @description Name of a topic. */
            "topic.name"?: components["schemas"]["TextCondition"];
            /** @description What a section is for. */
            "section.kind"?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "lede" | "body" | "takeaways" | "closing";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "lede" | "body" | "takeaways" | "closing";
                /** @description Equal to any of these. */
                in?: ("lede" | "body" | "takeaways" | "closing")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("lede" | "body" | "takeaways" | "closing")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description What stands above a section. */
            "section.heading"?: components["schemas"]["TextCondition"];
            /** @description The words of a takeaway. */
            "takeaway.text"?: components["schemas"]["TextCondition"];
            /** @description Whether the words that a takeaway quotes are there; with `version=draft`. */
            "takeaway.evidenceState"?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "none" | "current" | "moved" | "broken";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "none" | "current" | "moved" | "broken";
                /** @description Equal to any of these. */
                in?: ("none" | "current" | "moved" | "broken")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("none" | "current" | "moved" | "broken")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description How many words it has. */
            wordCount?: components["schemas"]["IntegerCondition"];
            /** @description When it was first public, ever. */
            firstPublishedAt?: components["schemas"]["MomentCondition"];
            /** @description When its newest correction became public. */
            correctedAt?: components["schemas"]["MomentCondition"];
            /** @description Since when it has been public without a break. */
            publishedAt?: components["schemas"]["MomentCondition"];
        };
        ArticleLinks: {
            self: string;
            sections: string;
            takeaways: string;
        };
        /** @description A published article in a list; `include` adds what is left out. */
        ArticleListed: {
            /** Format: uuid */
            id: string;
            slug: string;
            /** @description Where the site shows the article (`ARTICLE_URL`). */
            url: string;
            /** @description BCP 47. */
            language: string;
            headline: string;
            summary: string | null;
            /** @description Where the story was filed from. */
            dateline: string | null;
            /** @description Where the article first appeared, if elsewhere. */
            canonicalUrl: string | null;
            byline: components["schemas"]["BylineReference"][];
            sections?: components["schemas"]["Section"][];
            takeaways?: components["schemas"]["Takeaway"][];
            topics: components["schemas"]["TopicReference"][];
            /** @description Newest first. */
            corrections?: components["schemas"]["Correction"][];
            /**
             * Format: date-time
             * @description When it was first public, ever.
             */
            firstPublishedAt: string;
            /**
             * Format: date-time
             * @description Since when it has been public without a break.
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description Since when this version has been public.
             */
            updatedAt: string;
            /** @description When the newest correction became public. */
            correctedAt: string | null;
            /** @description Which revision of the working copy this is. */
            revision: number;
            wordCount: number;
            readingMinutes: number;
            seo: components["schemas"]["Seo"];
            links: components["schemas"]["ArticleLinks"];
            highlight?: components["schemas"]["Highlight"];
        };
        ArticlePage: {
            data: components["schemas"]["ArticleListed"][];
            page: components["schemas"]["SearchablePage"];
            facets?: components["schemas"]["Facets"];
        };
        ArticleReference: {
            /** Format: uuid */
            id: string;
            slug: string;
            headline: string;
            /** @description Where the site shows the article. */
            url: string;
            /** Format: date-time */
            publishedAt: string;
        };
        ArticleSearch: {
            /**
             * @description How many at most.
             * @default 20
             */
            limit?: number;
            /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
            cursor?: string;
            /** @description How many to pass over, instead of `cursor`; the further, the slower. */
            offset?: number;
            /**
             * @description Whether to count the whole list in `page.count`. `exact` takes time on long lists; `estimated` is exact up to 1000, and beyond that what the database believes.
             * @default none
             * @enum {string}
             */
            count?: "exact" | "estimated" | "none";
            /** @description Id or slug of the author; several with commas: any of them. */
            author?: (string)[];
            /** @description Id or slug of the topic; several with commas: any of them. */
            topic?: (string)[];
            /** @description Id; several with commas: any of them. */
            id?: string[];
            /** @description Language tag; several with commas: any of them. */
            language?: string[];
            /**
             * Format: date-time
             * @description Published at this time or later.
             */
            publishedAfter?: string;
            /**
             * Format: date-time
             * @description Published before this time.
             */
            publishedBefore?: string;
            /**
             * Format: date-time
             * @description Changed at this time or later.
             */
            updatedAfter?: string;
            /**
             * Format: date-time
             * @description Shows what was public at this past time, less what was withdrawn since.
             */
            asOf?: string;
            /** @description Finds articles with all of these words, in any form that their language gives them. `"quotes"` for words in this order, `-` before what must not be there, `or` between choices. A word that is in no article is taken for the nearest one. Goes with all filters; by relevance only the newest 1000 hits are listed, while other orders, `count` and `facets` have all. */
            q?: string;
            /**
             * @description With `q`: shows where each article has the words.
             * @default false
             */
            highlight?: boolean;
            /** @description Slug; several with commas: any of them. */
            slug?: string[];
            /** @description Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions. */
            filter?: components["schemas"]["ArticleFilter"];
            /** @description What to count the whole list by; `year` goes with published articles only. */
            facets?: ("topic" | "author" | "language" | "year")[];
            /** @description Order; a minus before a field turns it round. Ties are broken by id. Default: -publishedAt, or relevance with q, or -updatedAt with version=draft. */
            sort?: ("headline" | "-headline" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "wordCount" | "-wordCount" | "firstPublishedAt" | "-firstPublishedAt" | "publishedAt" | "-publishedAt" | "relevance" | "-relevance")[];
            /**
             * @description `draft` is what editors have before them; role reader.
             * @default published
             * @enum {string}
             */
            version?: "published" | "draft";
            /** @description With `version=draft`: in this state; several with commas: in any of them. */
            state?: ("draft" | "in_review" | "approved" | "scheduled" | "published" | "modified" | "unpublished" | "withdrawn" | "trashed")[];
            /**
             * @description What else to show of each article.
             * @default []
             */
            include?: ("sections" | "takeaways" | "authors" | "topics" | "corrections")[];
            /**
             * @description How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text.
             * @default markdown
             * @enum {string}
             */
            format?: "markdown" | "html" | "text";
            /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
            fields?: ("id" | "slug" | "url" | "language" | "headline" | "summary" | "dateline" | "canonicalUrl" | "byline" | "byline.role" | "byline.author" | "byline.author.id" | "byline.author.slug" | "byline.author.name" | "byline.author.jobTitle" | "byline.author.bio" | "byline.author.location" | "byline.author.organisation" | "byline.author.website" | "byline.author.links" | "byline.author.links.label" | "byline.author.links.url" | "byline.author.updatedAt" | "sections" | "sections.id" | "sections.kind" | "sections.heading" | "sections.anchor" | "sections.body" | "takeaways" | "takeaways.id" | "takeaways.text" | "takeaways.evidence" | "takeaways.evidence.sectionId" | "takeaways.evidence.exact" | "takeaways.evidence.prefix" | "takeaways.evidence.suffix" | "topics" | "topics.id" | "topics.slug" | "topics.name" | "topics.description" | "topics.updatedAt" | "corrections" | "corrections.id" | "corrections.kind" | "corrections.note" | "corrections.sectionId" | "corrections.before" | "corrections.after" | "corrections.at" | "firstPublishedAt" | "publishedAt" | "updatedAt" | "correctedAt" | "revision" | "wordCount" | "readingMinutes" | "seo" | "seo.title" | "seo.description" | "links" | "links.self" | "links.sections" | "links.takeaways" | "byline.authorId" | "topicIds" | "sections.position" | "sections.revision" | "sections.etag" | "takeaways.position" | "takeaways.evidenceState" | "takeaways.revision" | "takeaways.etag" | "corrections.createdAt" | "corrections.publishedAt" | "stage" | "state" | "live" | "live.revision" | "live.slug" | "live.visibleFrom" | "live.visibleUntil" | "scheduled" | "scheduled.revision" | "scheduled.slug" | "scheduled.visibleFrom" | "scheduled.visibleUntil" | "external" | "external.source" | "external.id" | "etag" | "createdBy" | "createdAt" | "trashedAt")[];
        };
        /** @description `Article` narrowed by `fields`. */
        ArticleSelection: {
            /** Format: uuid */
            id: string;
            slug?: string;
            /** @description Where the site shows the article (`ARTICLE_URL`). */
            url?: string;
            /** @description BCP 47. */
            language?: string;
            headline?: string;
            summary?: string | null;
            dateline?: string | null;
            canonicalUrl?: string | null;
            byline?: {
                /**
                 * @description What the author did for the article.
                 * @enum {string}
                 */
                role?: "author" | "contributor" | "editor" | "photographer" | "translator";
                author?: {
                    /** Format: uuid */
                    id?: string;
                    slug?: string;
                    name?: string;
                    jobTitle?: string | null;
                    bio?: string | null;
                    location?: string | null;
                    organisation?: string | null;
                    website?: string | null;
                    links?: {
                        label?: string;
                        /** Format: uri */
                        url?: string;
                    }[];
                    /** Format: date-time */
                    updatedAt?: string;
                };
            }[];
            sections?: {
                /**
                 * Format: uuid
                 * @description Stable for life, whatever is edited or moved.
                 */
                id?: string;
                /**
                 * @description The section of kind `takeaways` is where the bullets stand.
                 * @enum {string}
                 */
                kind?: "lede" | "body" | "takeaways" | "closing";
                heading?: string | null;
                /** @description Unique in the article: for links to the section on a page. */
                anchor?: string;
                /** @description The words, written as `format` says. */
                body?: string;
            }[];
            takeaways?: {
                /**
                 * Format: uuid
                 * @description Stable for life.
                 */
                id?: string;
                /** @description Plain text. */
                text?: string;
                evidence?: {
                    /**
                     * Format: uuid
                     * @description The section that holds the words.
                     */
                    sectionId?: string;
                    /** @description The words, exactly as they stand in the plain text of the section. */
                    exact?: string;
                    prefix?: string;
                    suffix?: string;
                }[];
            }[];
            topics?: {
                /** Format: uuid */
                id?: string;
                slug?: string;
                name?: string;
                description?: string | null;
                /** Format: date-time */
                updatedAt?: string;
            }[];
            corrections?: {
                /** Format: uuid */
                id?: string;
                /** @enum {string} */
                kind?: "correction" | "clarification" | "update" | "retraction";
                /** @description What was wrong and what is right. */
                note?: string;
                sectionId?: string | null;
                before?: string | null;
                after?: string | null;
                /**
                 * Format: date-time
                 * @description When it became public.
                 */
                at?: string;
            }[];
            /**
             * Format: date-time
             * @description When it was first public, ever.
             */
            firstPublishedAt?: string;
            /**
             * Format: date-time
             * @description Since when it has been public without a break.
             */
            publishedAt?: string;
            /**
             * Format: date-time
             * @description Since when this version has been public.
             */
            updatedAt?: string;
            correctedAt?: string | null;
            /** @description Which revision of the working copy this is. */
            revision?: number;
            wordCount?: number;
            readingMinutes?: number;
            seo?: {
                /** @default null */
                title?: string | null;
                /** @default null */
                description?: string | null;
            };
            links?: {
                self?: string;
                sections?: string;
                takeaways?: string;
            };
        };
        ArticleSelectionPage: {
            data: {
                /** Format: uuid */
                id: string;
                slug?: string;
                /** @description Where the site shows the article (`ARTICLE_URL`). */
                url?: string;
                /** @description BCP 47. */
                language?: string;
                headline?: string;
                summary?: string | null;
                dateline?: string | null;
                canonicalUrl?: string | null;
                byline?: {
                    /**
                     * @description What the author did for the article.
                     * @enum {string}
                     */
                    role?: "author" | "contributor" | "editor" | "photographer" | "translator";
                    author?: {
                        /** Format: uuid */
                        id?: string;
                        slug?: string;
                        name?: string;
                        jobTitle?: string | null;
                        bio?: string | null;
                        location?: string | null;
                        organisation?: string | null;
                        website?: string | null;
                        links?: {
                            label?: string;
                            /** Format: uri */
                            url?: string;
                        }[];
                        /** Format: date-time */
                        updatedAt?: string;
                    };
                }[];
                sections?: {
                    /**
                     * Format: uuid
                     * @description Stable for life, whatever is edited or moved.
                     */
                    id?: string;
                    /**
                     * @description The section of kind `takeaways` is where the bullets stand.
                     * @enum {string}
                     */
                    kind?: "lede" | "body" | "takeaways" | "closing";
                    heading?: string | null;
                    /** @description Unique in the article: for links to the section on a page. */
                    anchor?: string;
                    /** @description The words, written as `format` says. */
                    body?: string;
                }[];
                takeaways?: {
                    /**
                     * Format: uuid
                     * @description Stable for life.
                     */
                    id?: string;
                    /** @description Plain text. */
                    text?: string;
                    evidence?: {
                        /**
                         * Format: uuid
                         * @description The section that holds the words.
                         */
                        sectionId?: string;
                        /** @description The words, exactly as they stand in the plain text of the section. */
                        exact?: string;
                        prefix?: string;
                        suffix?: string;
                    }[];
                }[];
                topics?: {
                    /** Format: uuid */
                    id?: string;
                    slug?: string;
                    name?: string;
                    description?: string | null;
                    /** Format: date-time */
                    updatedAt?: string;
                }[];
                corrections?: {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    kind?: "correction" | "clarification" | "update" | "retraction";
                    /** @description What was wrong and what is right. */
                    note?: string;
                    sectionId?: string | null;
                    before?: string | null;
                    after?: string | null;
                    /**
                     * Format: date-time
                     * @description When it became public.
                     */
                    at?: string;
                }[];
                /**
                 * Format: date-time
                 * @description When it was first public, ever.
                 */
                firstPublishedAt?: string;
                /**
                 * Format: date-time
                 * @description Since when it has been public without a break.
                 */
                publishedAt?: string;
                /**
                 * Format: date-time
                 * @description Since when this version has been public.
                 */
                updatedAt?: string;
                correctedAt?: string | null;
                /** @description Which revision of the working copy this is. */
                revision?: number;
                wordCount?: number;
                readingMinutes?: number;
                seo?: {
                    /** @default null */
                    title?: string | null;
                    /** @default null */
                    description?: string | null;
                };
                links?: {
                    self?: string;
                    sections?: string;
                    takeaways?: string;
                };
                highlight?: components["schemas"]["Highlight"];
            }[];
            page: components["schemas"]["SearchablePage"];
            facets?: components["schemas"]["Facets"];
        };
        /**
         * The article is too large
         * @description The whole article would have more than 512 KiB as JSON.
         */
        ArticleTooLargeProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 413;
            /** @constant */
            code: "article-too-large";
        };
        /** @description An article as editors have it before them. */
        ArticleWorkingCopy: {
            /** Format: uuid */
            id: string;
            slug: string;
            headline: string;
            summary: string | null;
            language: string;
            dateline: string | null;
            canonicalUrl: string | null;
            seo: components["schemas"]["Seo"];
            byline: {
                /** Format: uuid */
                authorId: string;
                /**
                 * @description What the author did for the article.
                 * @enum {string}
                 */
                role: "author" | "contributor" | "editor" | "photographer" | "translator";
                author: components["schemas"]["AuthorName"];
            }[];
            topicIds: string[];
            topics: components["schemas"]["TopicName"][];
            sections: components["schemas"]["DraftSection"][];
            takeaways: components["schemas"]["DraftTakeaway"][];
            /** @description Newest first, those that wait included. */
            corrections: components["schemas"]["DraftCorrection"][];
            /** @enum {string} */
            stage: "draft" | "in_review" | "approved";
            /** @description All that holds of it, such as `["published", "modified"]`. */
            state: ("draft" | "in_review" | "approved" | "scheduled" | "published" | "modified" | "unpublished" | "withdrawn" | "trashed")[];
            /** @description What is public now. */
            live: components["schemas"]["PublicationReference"] | null;
            /** @description What will be public. */
            scheduled: components["schemas"]["PublicationReference"][];
            external: {
                source: string;
                id: string;
            } | null;
            wordCount: number;
            /** @description Grows by one with every change of the article or of anything in it. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            trashedAt: string | null;
        };
        /** @description `ArticleWorkingCopy` narrowed by `fields`. */
        ArticleWorkingCopySelection: {
            /** Format: uuid */
            id: string;
            slug?: string;
            headline?: string;
            summary?: string | null;
            language?: string;
            dateline?: string | null;
            canonicalUrl?: string | null;
            seo?: {
                /** @default null */
                title?: string | null;
                /** @default null */
                description?: string | null;
            };
            byline?: {
                /** Format: uuid */
                authorId?: string;
                /**
                 * @description What the author did for the article.
                 * @enum {string}
                 */
                role?: "author" | "contributor" | "editor" | "photographer" | "translator";
                author?: {
                    /** Format: uuid */
                    id?: string;
                    slug?: string;
                    name?: string;
                };
            }[];
            topicIds?: string[];
            topics?: {
                /** Format: uuid */
                id?: string;
                slug?: string;
                name?: string;
            }[];
            sections?: {
                /**
                 * Format: uuid
                 * @description Stable for life, whatever is edited or moved.
                 */
                id?: string;
                /**
                 * @description The section of kind `takeaways` is where the bullets stand.
                 * @enum {string}
                 */
                kind?: "lede" | "body" | "takeaways" | "closing";
                heading?: string | null;
                /** @description The words, written as `format` says. */
                body?: string;
                /** @description From 0. */
                position?: number;
                /** @description The revision of the article in which this section was last changed. */
                revision?: number;
                /** @description What If-Match takes; the same as in the ETag header. */
                etag?: string;
            }[];
            takeaways?: {
                /**
                 * Format: uuid
                 * @description Stable for life.
                 */
                id?: string;
                /** @description Plain text. */
                text?: string;
                evidence?: {
                    /**
                     * Format: uuid
                     * @description The section that holds the words.
                     */
                    sectionId?: string;
                    /** @description The words, exactly as they stand in the plain text of the section. */
                    exact?: string;
                    prefix?: string;
                    suffix?: string;
                }[];
                /** @description From 0. */
                position?: number;
                /**
                 * @description Whether the quoted words are there: `current`, `moved` to another section, `broken`: gone, `none` quoted.
                 * @enum {string}
                 */
                evidenceState?: "none" | "current" | "moved" | "broken";
                /** @description The revision of the article in which this takeaway was last changed. */
                revision?: number;
                /** @description What If-Match takes; the same as in the ETag header. */
                etag?: string;
            }[];
            corrections?: {
                /** Format: uuid */
                id?: string;
                /** @enum {string} */
                kind?: "correction" | "clarification" | "update" | "retraction";
                /** @description What was wrong and what is right. */
                note?: string;
                sectionId?: string | null;
                /** Format: date-time */
                createdAt?: string;
                publishedAt?: string | null;
            }[];
            /** @enum {string} */
            stage?: "draft" | "in_review" | "approved";
            state?: ("draft" | "in_review" | "approved" | "scheduled" | "published" | "modified" | "unpublished" | "withdrawn" | "trashed")[];
            live?: {
                revision?: number;
                slug?: string;
                /** Format: date-time */
                visibleFrom?: string;
                visibleUntil?: string | null;
            } | null;
            scheduled?: {
                revision?: number;
                slug?: string;
                /** Format: date-time */
                visibleFrom?: string;
                visibleUntil?: string | null;
            }[];
            external?: {
                source?: string;
                id?: string;
            } | null;
            wordCount?: number;
            /** @description Grows by one with every change of the article or of anything in it. */
            revision?: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            updatedAt?: string;
            trashedAt?: string | null;
        };
        /** @description Who did what to which thing, when. */
        AuditEntry: {
            /** @description Its place in the log, without gaps. */
            sequence: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Who did it: `key:<id>`, `oidc:<subject>` or `system:<name>`. */
            actor: string;
            type: string;
            subject: string;
            /** @description What happened. */
            data: {
                [key: string]: unknown;
            };
        };
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            page: components["schemas"]["Page"];
        };
        /** @description A person or desk who writes. */
        Author: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            jobTitle: string | null;
            /** @description Markdown. */
            bio: string | null;
            location: string | null;
            organisation: string | null;
            website: string | null;
            links: components["schemas"]["AuthorLink"][];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description Changes to fields of AuthorDraft. */
        AuthorChange: {
            slug?: string | null;
            name?: string;
            jobTitle?: (string | null) | null;
            bio?: (string | null) | null;
            location?: (string | null) | null;
            organisation?: (string | null) | null;
            website?: (string | null) | null;
            links?: components["schemas"]["AuthorLink"][] | null;
            email?: (string | null) | null;
        };
        AuthorDraft: {
            /**
             * Format: uuid
             * @description A UUID of your own, version 7 at best; made here when absent.
             */
            id?: string;
            /** @description Made of the name when absent. */
            slug?: string;
            name: string;
            /** @default null */
            jobTitle?: string | null;
            /**
             * @description Markdown.
             * @default null
             */
            bio?: string | null;
            /** @default null */
            location?: string | null;
            /** @default null */
            organisation?: string | null;
            /** @default null */
            website?: string | null;
            /** @default [] */
            links?: components["schemas"]["AuthorLink"][];
            /**
             * @description Never shown to the public.
             * @default null
             */
            email?: string | null;
        };
        AuthorEdit: {
            /** @description Made of the name when absent. */
            slug?: string;
            name: string;
            /** @default null */
            jobTitle?: string | null;
            /**
             * @description Markdown.
             * @default null
             */
            bio?: string | null;
            /** @default null */
            location?: string | null;
            /** @default null */
            organisation?: string | null;
            /** @default null */
            website?: string | null;
            /** @default [] */
            links?: components["schemas"]["AuthorLink"][];
            /**
             * @description Never shown to the public.
             * @default null
             */
            email?: string | null;
        };
        /** @description Which authors to list. All conditions have to hold. A field with a dot is of something related: it fulfils a condition when any of the related does. What has no value is not equal to anything: `ne`, `nin` and `not` find it. */
        AuthorFilter: {
            /** @description All of these hold. */
            and?: components["schemas"]["AuthorFilter"][];
            /** @description At least one of these holds. */
            or?: components["schemas"]["AuthorFilter"][];
            /** @description This does not hold. */
            not?: components["schemas"]["AuthorFilter"];
            /** @description Id of the author. */
            id?: components["schemas"]["IdCondition"];
            /** @description Slug. */
            slug?: components["schemas"]["TextCondition"];
            /** @description Name. */
            name?: components["schemas"]["TextCondition"];
            /** @description Job title. */
            jobTitle?: components["schemas"]["TextCondition"];
            /** @description Biography, in Markdown. */
            bio?: components["schemas"]["TextCondition"];
            /** @description Where the author works. */
            location?: components["schemas"]["TextCondition"];
            /** @description For whom the author works. */
            organisation?: components["schemas"]["TextCondition"];
            /** @description Website. */
            website?: components["schemas"]["TextCondition"];
            /** @description When it was last changed. */
            updatedAt?: components["schemas"]["MomentCondition"];
        };
        /** @description Somewhere else where the author is found. */
        AuthorLink: {
            label: string;
            /** Format: uri */
            url: string;
        };
        /** @description An author by name. */
        AuthorName: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
        };
        AuthorPage: {
            data: components["schemas"]["Author"][];
            page: components["schemas"]["Page"];
        };
        /** @description An author with what only editors see. */
        AuthorRecord: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            jobTitle: string | null;
            /** @description Markdown. */
            bio: string | null;
            location: string | null;
            organisation: string | null;
            website: string | null;
            links: components["schemas"]["AuthorLink"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Never shown to the public. */
            email: string | null;
            /** @description Grows by one with every change. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description `AuthorRecord` narrowed by `fields`. */
        AuthorRecordSelection: {
            /** Format: uuid */
            id: string;
            slug?: string;
            name?: string;
            jobTitle?: string | null;
            bio?: string | null;
            location?: string | null;
            organisation?: string | null;
            website?: string | null;
            links?: {
                label?: string;
                /** Format: uri */
                url?: string;
            }[];
            /** Format: date-time */
            updatedAt?: string;
            email?: string | null;
            /** @description Grows by one with every change. */
            revision?: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            /** Format: date-time */
            createdAt?: string;
        };
        /** @description An author by name; everything else with `include=authors`. */
        AuthorReference: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            jobTitle?: string | null;
            /** @description Markdown. */
            bio?: string | null;
            location?: string | null;
            organisation?: string | null;
            website?: string | null;
            links?: components["schemas"]["AuthorLink"][];
            /** Format: date-time */
            updatedAt?: string;
        };
        /** @description `Author` narrowed by `fields`. */
        AuthorSelection: {
            /** Format: uuid */
            id: string;
            slug?: string;
            name?: string;
            jobTitle?: string | null;
            bio?: string | null;
            location?: string | null;
            organisation?: string | null;
            website?: string | null;
            links?: {
                label?: string;
                /** Format: uri */
                url?: string;
            }[];
            /** Format: date-time */
            updatedAt?: string;
        };
        AuthorSelectionPage: {
            data: components["schemas"]["AuthorSelection"][];
            page: components["schemas"]["Page"];
        };
        /** @description Requests that are done in this order, all of them or none. */
        Batch: {
            operations: components["schemas"]["Operation"][];
        };
        /**
         * The body is too large
         * @description The body of the request has more than 1 MiB.
         */
        BodyTooLargeProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 413;
            /** @constant */
            code: "body-too-large";
        };
        Byline: {
            /**
             * @description What the author did for the article.
             * @enum {string}
             */
            role: "author" | "contributor" | "editor" | "photographer" | "translator";
            author: components["schemas"]["Author"];
        };
        BylineDraft: {
            /** Format: uuid */
            authorId: string;
            /**
             * @description What the author did for the article.
             * @default author
             * @enum {string}
             */
            role: "author" | "contributor" | "editor" | "photographer" | "translator";
        };
        BylineDraftInput: {
            /** Format: uuid */
            authorId: string;
            /**
             * @description What the author did for the article.
             * @default author
             * @enum {string}
             */
            role?: "author" | "contributor" | "editor" | "photographer" | "translator";
        };
        BylineReference: {
            /**
             * @description What the author did for the article.
             * @enum {string}
             */
            role: "author" | "contributor" | "editor" | "photographer" | "translator";
            author: components["schemas"]["AuthorReference"];
        };
        /** @description One fact about one thing: a CloudEvent 1.0. */
        ChangeEvent: {
            /** @constant */
            specversion: "1.0";
            /**
             * Format: uuid
             * @description The same however often it is delivered: by it a receiver knows what it has already.
             */
            id: string;
            /** @description The service that it comes from. */
            source: string;
            /** @enum {string} */
            type: "article.created" | "article.updated" | "article.submitted" | "article.approved" | "article.returned" | "article.scheduled" | "article.unscheduled" | "article.published" | "article.unpublished" | "article.corrected" | "article.withdrawn" | "article.trashed" | "article.restored" | "article.purged" | "author.created" | "author.updated" | "author.merged" | "author.deleted" | "topic.created" | "topic.updated" | "topic.merged" | "topic.deleted" | "key.created" | "key.changed" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.disabled" | "webhook.deleted";
            /** @description What it is about, such as `articles/<id>`. */
            subject: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /** @description Its place in the log, without gaps and in the order of commits. It sorts as text. */
            sequence: string;
            /** @description Who did it: `key:<id>`, `oidc:<subject>` or `system:<name>`; told to keys only. */
            actor?: string;
            /** @description What happened. More members may come, and differ by type. */
            data: {
                /**
                 * Format: uuid
                 * @description The resource.
                 */
                id?: string;
                /** @description The cache tags that it drops. */
                tags: string[];
                /** @description The revision that the resource has by it. */
                revision?: number;
                previousRevision?: number | null;
                /** @description JSON Pointers to what changed. */
                changed?: string[];
            } & {
                [key: string]: unknown;
            };
        };
        /** @description A piece of the event log, oldest first. */
        ChangePage: {
            data: components["schemas"]["ChangeEvent"][];
            /** @description Pass it as `after` to go on. Keep it: nothing is ever missed. */
            cursor: string;
            /** @description Whether there is more already. */
            hasMore: boolean;
        };
        /**
         * The request conflicts with the present state
         * @description What was asked for would break a rule that the data keeps. Nothing was changed.
         */
        ConflictProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "conflict";
        };
        /** @description A public note that the article was wrong, and what changed. */
        Correction: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "correction" | "clarification" | "update" | "retraction";
            /** @description What was wrong and what is right. */
            note: string;
            /** @description The section that it is about; null for the article as a whole. */
            sectionId: string | null;
            /** @description The words of that section before, as plain text. */
            before: string | null;
            /** @description The words of that section after. */
            after: string | null;
            /**
             * Format: date-time
             * @description When it became public.
             */
            at: string;
        };
        CorrectionDraft: {
            /** @enum {string} */
            kind: "correction" | "clarification" | "update" | "retraction";
            /**
             * @description The section that it is about; null for the whole article.
             * @default null
             */
            sectionId?: string | null;
            /** @description What was wrong and what is right, for readers. */
            note: string;
        };
        Corrections: {
            data: components["schemas"]["Correction"][];
            page: components["schemas"]["Page"];
        };
        /** @description One event on its way to one webhook. */
        Delivery: {
            /**
             * Format: uuid
             * @description The id of the event, and the `webhook-id` that the receiver sees.
             */
            id: string;
            /** @description The event’s place in the log; null for a test. */
            sequence: string | null;
            type: string;
            subject: string;
            /**
             * @description `parked`: it was tried for a day, and is sent again only when that is asked for.
             * @enum {string}
             */
            state: "pending" | "delivered" | "parked";
            attemptCount: number;
            /** @description Not before then; null where there is nothing more to do. */
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description When it was delivered or parked. */
            finishedAt: string | null;
        };
        /** @description What came of sending it once. */
        DeliveryAttempt: {
            number: number;
            /** Format: date-time */
            at: string;
            durationMs: number;
            /** @description The HTTP status of the answer; null where there was none. */
            status: number | null;
            /** @description Why there was no answer. */
            error: string | null;
            /** @description The first kilobyte of the answer. */
            response: string | null;
        };
        DeliveryPage: {
            data: components["schemas"]["Delivery"][];
            page: components["schemas"]["Page"];
        };
        DeliveryWithAttempts: {
            /**
             * Format: uuid
             * @description The id of the event, and the `webhook-id` that the receiver sees.
             */
            id: string;
            /** @description The event’s place in the log; null for a test. */
            sequence: string | null;
            type: string;
            subject: string;
            /**
             * @description `parked`: it was tried for a day, and is sent again only when that is asked for.
             * @enum {string}
             */
            state: "pending" | "delivered" | "parked";
            attemptCount: number;
            /** @description Not before then; null where there is nothing more to do. */
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description When it was delivered or parked. */
            finishedAt: string | null;
            /** @description The newest first, 50 at most. */
            attempts: components["schemas"]["DeliveryAttempt"][];
        };
        /** @description Something that is to go, and that the caller used lately. */
        DeprecatedUse: {
            operationId: string;
            method: string;
            /** @description As in the document, with its parameters in braces. */
            path: string;
            /** @description A parameter of the query; null: the operation as a whole. */
            parameter: string | null;
            /** @description The day since which it is deprecated. */
            since: string;
            /** @description The day from which on it may be gone; null: none is set. */
            sunset: string | null;
            /** @description What to use in its place. */
            instead: string;
            /**
             * Format: date-time
             * @description To the day: the first use of the last day on which it was used.
             */
            lastUsedAt: string;
        };
        /** @description What the caller used lately of what is to go. */
        DeprecatedUses: {
            data: components["schemas"]["DeprecatedUse"][];
        };
        DraftCorrection: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "correction" | "clarification" | "update" | "retraction";
            /** @description What was wrong and what is right. */
            note: string;
            /** @description The section that it is about; null for the article as a whole. */
            sectionId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Null until it goes public with the next publication. */
            publishedAt: string | null;
        };
        /** @description A section of a working copy, with an ETag of its own. */
        DraftSection: {
            /**
             * Format: uuid
             * @description Stable for life, whatever is edited or moved.
             */
            id: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @enum {string}
             */
            kind: "lede" | "body" | "takeaways" | "closing";
            /** @description What stands above the section; null for a lede. */
            heading: string | null;
            /** @description The words, written as `format` says. */
            body: string;
            /** @description From 0. */
            position: number;
            /** @description The revision of the article in which this section was last changed. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
        };
        /** @description `DraftSection` narrowed by `fields`. */
        DraftSectionSelection: {
            /**
             * Format: uuid
             * @description Stable for life, whatever is edited or moved.
             */
            id: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @enum {string}
             */
            kind?: "lede" | "body" | "takeaways" | "closing";
            heading?: string | null;
            /** @description The words, written as `format` says. */
            body?: string;
            /** @description From 0. */
            position?: number;
            /** @description The revision of the article in which this section was last changed. */
            revision?: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
        };
        DraftSections: {
            data: components["schemas"]["DraftSection"][];
            page: components["schemas"]["Page"];
        };
        /** @description A takeaway of a working copy, with an ETag of its own. */
        DraftTakeaway: {
            /**
             * Format: uuid
             * @description Stable for life.
             */
            id: string;
            /** @description Plain text. */
            text: string;
            evidence: components["schemas"]["Evidence"][];
            /** @description From 0. */
            position: number;
            /**
             * @description Whether the quoted words are there: `current`, `moved` to another section, `broken`: gone, `none` quoted.
             * @enum {string}
             */
            evidenceState: "none" | "current" | "moved" | "broken";
            /** @description The revision of the article in which this takeaway was last changed. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
        };
        /** @description `DraftTakeaway` narrowed by `fields`. */
        DraftTakeawaySelection: {
            /**
             * Format: uuid
             * @description Stable for life.
             */
            id: string;
            /** @description Plain text. */
            text?: string;
            evidence?: {
                /**
                 * Format: uuid
                 * @description The section that holds the words.
                 */
                sectionId?: string;
                /** @description The words, exactly as they stand in the plain text of the section. */
                exact?: string;
                prefix?: string;
                suffix?: string;
            }[];
            /** @description From 0. */
            position?: number;
            /**
             * @description Whether the quoted words are there: `current`, `moved` to another section, `broken`: gone, `none` quoted.
             * @enum {string}
             */
            evidenceState?: "none" | "current" | "moved" | "broken";
            /** @description The revision of the article in which this takeaway was last changed. */
            revision?: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
        };
        DraftTakeaways: {
            data: components["schemas"]["DraftTakeaway"][];
            page: components["schemas"]["Page"];
        };
        /** @description The words of the article that support a takeaway (a TextQuoteSelector). */
        Evidence: {
            /**
             * Format: uuid
             * @description The section that holds the words.
             */
            sectionId: string;
            /** @description The words, exactly as they stand in the plain text of the section. */
            exact: string;
            /** @description What stands before them, where they occur more than once. */
            prefix?: string;
            /** @description What stands after them. */
            suffix?: string;
        };
        FacetCount: {
            /** @description The slug of a topic or author, a language tag, or a year. */
            value: string;
            /** @description For people; null where the value says it. */
            name: string | null;
            /** @description How many articles of the whole list have it. */
            count: number;
        };
        /** @description The whole list counted by what `facets` names: the 50 most frequent values, the most frequent first. */
        Facets: {
            topic?: components["schemas"]["FacetCount"][];
            author?: components["schemas"]["FacetCount"][];
            language?: components["schemas"]["FacetCount"][];
            /** @description Of `publishedAt`, in UTC; of published articles only. */
            year?: components["schemas"]["FacetCount"][];
        };
        Fault: {
            /** @description Where in the body, or in a parameter that is JSON: a JSON Pointer (RFC 6901). */
            pointer?: string;
            /** @description The name of the parameter or header. */
            parameter?: string;
            /** @description What kind of fault, for programs. */
            code: string;
            /** @description What is wrong and what would be right, for people. */
            message: string;
            /** @description What was probably meant. */
            suggestion?: string;
        };
        /**
         * The key may not do this
         * @description The key is valid, but its role does not reach this operation, or what it would change is not its own.
         */
        ForbiddenProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 403;
            /** @constant */
            code: "forbidden";
        };
        Health: {
            /** @enum {string} */
            status: "live" | "ready";
        };
        /** @description Where a found article has the words of the search. */
        Highlight: {
            /** @description The headline as HTML, with `<mark>` around the words. */
            headline: string;
            /** @description The section that says most about them; null where none does. */
            section: {
                /** Format: uuid */
                id: string;
                anchor: string;
                heading: string | null;
            } | null;
            /** @description Up to three passages as HTML, with `<mark>` around the words: of that section, or else of summary and takeaways. */
            passages: string[];
        };
        IdCondition: {
            /**
             * Format: uuid
             * @description Equal.
             */
            eq?: string;
            /**
             * Format: uuid
             * @description Not equal, or without a value.
             */
            ne?: string;
            /** @description Equal to any of these. */
            in?: string[];
            /** @description Equal to none of these, or without a value. */
            nin?: string[];
            /** @description `true`: has a value; `false`: has none. */
            exists?: boolean;
        };
        /**
         * The id is taken
         * @description A resource with this id exists already, or belongs to another article.
         */
        IdTakenProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "id-taken";
        };
        /**
         * The Idempotency-Key was used for another request
         * @description The `Idempotency-Key` belongs to a request with another method, URL or body.
         */
        IdempotencyKeyReusedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 422;
            /** @constant */
            code: "idempotency-key-reused";
        };
        IntegerCondition: {
            /** @description Equal. */
            eq?: number;
            /** @description Not equal, or without a value. */
            ne?: number;
            /** @description Equal to any of these. */
            in?: number[];
            /** @description Equal to none of these, or without a value. */
            nin?: number[];
            /** @description `true`: has a value; `false`: has none. */
            exists?: boolean;
            /** @description Less, or earlier. */
            lt?: number;
            /** @description Less or equal. */
            lte?: number;
            /** @description Greater, or later. */
            gt?: number;
            /** @description Greater or equal. */
            gte?: number;
        };
        /**
         * Something went wrong here
         * @description A fault of the service, not of the request.
         */
        InternalProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 500;
            /** @constant */
            code: "internal";
        };
        /**
         * The body is not valid JSON
         * @description The body cannot be parsed as JSON (RFC 8259), or it nests too deeply. Nothing was changed.
         */
        InvalidJsonProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 400;
            /** @constant */
            code: "invalid-json";
        };
        /**
         * The request is not valid
         * @description A parameter, header or field of the body is missing, unknown or has a value that is not allowed. `errors` lists every fault with the place where it is: a JSON Pointer into the body, or the name of a parameter.
         */
        InvalidRequestProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 400;
            /** @constant */
            code: "invalid-request";
        };
        /**
         * The URL is not valid
         * @description The path holds a percent escape that does not decode to UTF-8.
         */
        InvalidUrlProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 400;
            /** @constant */
            code: "invalid-url";
        };
        /** @description The newest articles (JSON Feed 1.1). */
        JsonFeed: {
            /** @constant */
            version: "https://jsonfeed.org/version/1.1";
            title: string;
            home_page_url: string;
            feed_url: string;
            description: string;
            authors: {
                name: string;
                url?: string;
            }[];
            /** @description Where all articles have the same. */
            language?: string;
            items: {
                /** @description Stays for the life of the article. */
                id: string;
                url: string;
                title: string;
                summary?: string;
                content_html: string;
                /** Format: date-time */
                date_published: string;
                /** Format: date-time */
                date_modified: string;
                authors?: {
                    name: string;
                    url?: string;
                }[];
                tags?: string[];
                language: string;
            }[];
        };
        /** @description A JSON Patch (RFC 6902). */
        JsonPatch: ({
            /** @enum {string} */
            op: "add" | "replace" | "test";
            path: string;
            value: unknown;
        } | {
            /** @constant */
            op: "remove";
            path: string;
        } | {
            /** @enum {string} */
            op: "move" | "copy";
            path: string;
            from: string;
        })[];
        /** @description An API key. The key itself is shown once, when it is created. */
        Key: {
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            /** @description The author whose key it is: what is on their byline is their own. */
            authorId: string | null;
            /** @description The part of the key that may be shown: `cd_<prefix>_…`. */
            prefix: string;
            /**
             * @description Only an active key lets anybody in.
             * @enum {string}
             */
            state: "active" | "expired" | "revoked";
            /** @description From then on it is not valid; null: it never expires. */
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description To the minute; null: never. */
            lastUsedAt: string | null;
            /** @description Grows by one with every change. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description Changes to fields of KeyDraft. */
        KeyChange: {
            /** @description Whose or what for: it tells keys apart. */
            name?: string;
            role?: components["schemas"]["Role"];
            authorId?: (string | null) | null;
            expiresAt?: (string | null) | null;
        };
        KeyCondition: {
            /** @description Equal. */
            eq?: string;
            /** @description Not equal, or without a value. */
            ne?: string;
            /** @description Equal to any of these. */
            in?: (string)[];
            /** @description Equal to none of these, or without a value. */
            nin?: (string)[];
            /** @description `true`: has a value; `false`: has none. */
            exists?: boolean;
        };
        KeyDraft: {
            /**
             * Format: uuid
             * @description A UUID of your own, version 7 at best; made here when absent.
             */
            id?: string;
            /** @description Whose or what for: it tells keys apart. */
            name: string;
            role: components["schemas"]["Role"];
            /**
             * @description The author whose key it is.
             * @default null
             */
            authorId?: string | null;
            /**
             * @description In the future; null: it never expires.
             * @default null
             */
            expiresAt?: string | null;
        };
        KeyPage: {
            data: components["schemas"]["Key"][];
            page: components["schemas"]["Page"];
        };
        /** @description `Key` narrowed by `fields`. */
        KeySelection: {
            /** Format: uuid */
            id: string;
            name?: string;
            role?: components["schemas"]["Role"];
            authorId?: string | null;
            /** @description The part of the key that may be shown: `cd_<prefix>_…`. */
            prefix?: string;
            /**
             * @description Only an active key lets anybody in.
             * @enum {string}
             */
            state?: "active" | "expired" | "revoked";
            expiresAt?: string | null;
            revokedAt?: string | null;
            lastUsedAt?: string | null;
            /** @description Grows by one with every change. */
            revision?: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag?: string;
            createdBy?: string;
            /** Format: date-time */
            createdAt?: string;
        };
        KeySelectionPage: {
            data: components["schemas"]["KeySelection"][];
            page: components["schemas"]["Page"];
        };
        /** @description Who sends the request. */
        Me: {
            /** @description The name under which changes remember the caller. */
            actor: string;
            name: string;
            role: components["schemas"]["Role"];
            /** @description The author whose key it is. */
            authorId: string | null;
            /** @description What the role may do. */
            abilities: ("read-published" | "read-drafts" | "create-articles" | "edit-own-articles" | "submit-own-articles" | "edit-anything" | "approve" | "publish" | "correct" | "withdraw" | "manage-keys" | "manage-webhooks" | "import" | "purge")[];
            /** @description The API key; null for a token of the OIDC issuer. */
            key: {
                /** Format: uuid */
                id: string;
                prefix: string;
                expiresAt: string | null;
            } | null;
        };
        /**
         * The method is not allowed here
         * @description The URL exists, but not with this method.
         */
        MethodNotAllowedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 405;
            /** @constant */
            code: "method-not-allowed";
        };
        MomentCondition: {
            /**
             * Format: date-time
             * @description Equal.
             */
            eq?: string;
            /**
             * Format: date-time
             * @description Not equal, or without a value.
             */
            ne?: string;
            /** @description Equal to any of these. */
            in?: string[];
            /** @description Equal to none of these, or without a value. */
            nin?: string[];
            /** @description `true`: has a value; `false`: has none. */
            exists?: boolean;
            /**
             * Format: date-time
             * @description Less, or earlier.
             */
            lt?: string;
            /**
             * Format: date-time
             * @description Less or equal.
             */
            lte?: string;
            /**
             * Format: date-time
             * @description Greater, or later.
             */
            gt?: string;
            /**
             * Format: date-time
             * @description Greater or equal.
             */
            gte?: string;
        };
        /** @description A key that was just created. */
        NewKey: {
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            /** @description The author whose key it is: what is on their byline is their own. */
            authorId: string | null;
            /** @description The part of the key that may be shown: `cd_<prefix>_…`. */
            prefix: string;
            /**
             * @description Only an active key lets anybody in.
             * @enum {string}
             */
            state: "active" | "expired" | "revoked";
            /** @description From then on it is not valid; null: it never expires. */
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description To the minute; null: never. */
            lastUsedAt: string | null;
            /** @description Grows by one with every change. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description The key, as Authorization takes it. Keep it: it is never shown again. Absent in a dry run. */
            secret?: string;
        };
        /** @description A webhook with the secret that was just made for it. */
        NewWebhook: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
            types: string[];
            filter: {
                subjects: string[];
                tags: string[];
            };
            /** @enum {string} */
            audience: "public" | "editors";
            /**
             * @description `disabled`: it failed for days, and is told nothing until it is made active again.
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            /** @description The first failure since the last success. */
            failingSince: string | null;
            /** @description Deliveries that are under way or wait. */
            pendingCount: number;
            /** @description Until then deliveries are signed with the secret before the last rotation as well. */
            previousSecretUntil: string | null;
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description What signatures are verified with (Standard Webhooks). Keep it: it is never shown again. Absent in a dry run. */
            secret?: string;
        };
        /** @description The article in the words of schema.org (JSON-LD 1.1). */
        NewsArticle: {
            /** @constant */
            "@context": "https://schema.org";
            /** @constant */
            "@type": "NewsArticle";
            "@id": string;
            identifier: string;
            url: string;
            mainEntityOfPage: string;
            /** @description Where it first appeared, if elsewhere. */
            sameAs?: string;
            headline: string;
            description?: string;
            /** @description The takeaways, one a line. */
            abstract?: string;
            inLanguage: string;
            dateline?: string;
            /** Format: date-time */
            datePublished: string;
            /** Format: date-time */
            dateModified: string;
            author?: ({
                /** @constant */
                "@type": "Person";
                "@id": string;
                name: string;
                url?: string;
                jobTitle?: string;
                description?: string;
                worksFor?: {
                    /** @constant */
                    "@type": "Organization";
                    name: string;
                    url?: string;
                };
                sameAs?: string[];
            } | {
                /** @constant */
                "@type": "Organization";
                name: string;
                url?: string;
            })[];
            contributor?: {
                /** @constant */
                "@type": "Person";
                "@id": string;
                name: string;
                url?: string;
                jobTitle?: string;
                description?: string;
                worksFor?: {
                    /** @constant */
                    "@type": "Organization";
                    name: string;
                    url?: string;
                };
                sameAs?: string[];
            }[];
            editor?: {
                /** @constant */
                "@type": "Person";
                "@id": string;
                name: string;
                url?: string;
                jobTitle?: string;
                description?: string;
                worksFor?: {
                    /** @constant */
                    "@type": "Organization";
                    name: string;
                    url?: string;
                };
                sameAs?: string[];
            }[];
            translator?: {
                /** @constant */
                "@type": "Person";
                "@id": string;
                name: string;
                url?: string;
                jobTitle?: string;
                description?: string;
                worksFor?: {
                    /** @constant */
                    "@type": "Organization";
                    name: string;
                    url?: string;
                };
                sameAs?: string[];
            }[];
            publisher?: {
                /** @constant */
                "@type": "Organization";
                name: string;
                url?: string;
            };
            keywords?: string[];
            wordCount: number;
            /** @description Of reading; ISO 8601. */
            timeRequired: string;
            hasPart?: {
                /** @constant */
                "@type": "WebPageElement";
                /** @description The page with the anchor of the section. */
                "@id": string;
                name?: string;
                text: string;
            }[];
            correction?: {
                /** @constant */
                "@type": "CorrectionComment";
                text: string;
                /** Format: date-time */
                datePublished: string;
                /** @description The section that it is about. */
                about?: {
                    "@id": string;
                };
            }[];
        };
        /**
         * No representation fits the Accept header
         * @description The resource has none of the media types that `Accept` asks for.
         */
        NotAcceptableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 406;
            /** @constant */
            code: "not-acceptable";
        };
        /**
         * Not found
         * @description Nothing public is at this URL. Something unpublished looks exactly like something that does not exist.
         */
        NotFoundProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 404;
            /** @constant */
            code: "not-found";
        };
        /** @description One request of a batch. */
        Operation: {
            /** @enum {string} */
            method: "POST" | "PUT" | "PATCH" | "DELETE";
            /** @description A path below `/v1` as it is sent, with its query, but not of a batch or of keys. */
            path: string;
            /** @description As the If-Match header. */
            ifMatch?: string;
            /**
             * @description As the If-None-Match header.
             * @constant
             */
            ifNoneMatch?: "*";
            /**
             * @default application/json
             * @enum {string}
             */
            contentType?: "application/json" | "application/merge-patch+json" | "application/json-patch+json";
            body?: unknown;
        };
        Page: {
            limit: number;
            /** @description Pass it as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
            /** @description Pass it as `cursor` for the page before; null on the first. */
            prevCursor: string | null;
            /** @description How many the whole list has, if `count` asked for it. */
            count?: number;
        };
        PartDiff: {
            /** Format: uuid */
            id: string;
            /** @description A part may be moved and edited at once. */
            changes: ("added" | "removed" | "moved" | "edited")[];
            heading: string | null;
            /** @description The words of the body; empty unless added, removed or edited. */
            runs: components["schemas"]["Run"][];
        };
        /** @description `start`, `end`, `{ "before": id }`, `{ "after": id }` or an index from 0. */
        Position: ("start" | "end") | {
            /** Format: uuid */
            before: string;
        } | {
            /** Format: uuid */
            after: string;
        } | number;
        /**
         * It was changed in the meantime
         * @description The ETag in `If-Match` is not the current one: somebody else saved first, and nothing of theirs was overwritten.
         */
        PreconditionFailedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 412;
            /** @constant */
            code: "precondition-failed";
        };
        /**
         * If-Match is required
         * @description A change has to say which version it changes (RFC 6585, 3), and this one does not.
         */
        PreconditionRequiredProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 428;
            /** @constant */
            code: "precondition-required";
        };
        /** @description An error (RFC 9457), sent as application/problem+json. */
        Problem: {
            /** @description URL of a page that explains this problem. */
            type: string;
            title: string;
            status: number;
            /** @description What happened here, for people. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The problem, for programs.
             * @enum {string}
             */
            code: "invalid-request" | "invalid-json" | "invalid-url" | "invalid-http" | "reference-missing" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "slug-taken" | "id-taken" | "conflict" | "still-referenced" | "transition-refused" | "takeaway-unsupported" | "request-in-progress" | "withdrawn" | "withdrawn-for-legal-reasons" | "precondition-failed" | "body-too-large" | "article-too-large" | "url-too-long" | "unsupported-media-type" | "idempotency-key-reused" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable";
            /** @description Names this request in the logs. */
            requestId: string;
            /** @description All faults of a bad request, or the first 100. */
            errors?: components["schemas"]["Fault"][];
            /** @description 412: the current ETag. */
            etag?: string;
            /** @description 412: JSON Pointers to what changed since the given ETag. */
            changedByOthers?: string[];
            /** @description 412: JSON Pointers to what the refused change touches. */
            changedByYou?: string[];
            /** @description 412: whether the two changes touch the same fields. */
            overlaps?: boolean;
            /** @description 410 and 451: when the article was withdrawn. */
            withdrawnAt?: string;
            /** @description 410 and 451: why the article was withdrawn. */
            reason?: string;
            /** @description 451: the law or order that demanded it. */
            legalGround?: string;
            /** @description In a batch: the index of the operation that failed. */
            operation?: number;
        };
        /** @description A revision that was, is or will be public. */
        PublicationEntry: {
            revision: number;
            slug: string;
            headline: string;
            /** Format: date-time */
            visibleFrom: string;
            /** @description Null while no end is set. */
            visibleUntil: string | null;
            note: string | null;
        };
        PublicationReference: {
            revision: number;
            slug: string;
            /** Format: date-time */
            visibleFrom: string;
            visibleUntil: string | null;
        };
        PublicationRequest: {
            /**
             * Format: date-time
             * @description Goes public then; at once when absent or past.
             */
            at?: string;
            /**
             * Format: date-time
             * @description Is taken down then, by itself.
             */
            until?: string;
            /** @description Why, for the timeline. */
            note?: string;
            /**
             * @description Publish although a takeaway is no longer supported by the article; needs a note.
             * @default false
             */
            override?: boolean;
        };
        RelatedArticles: {
            data: components["schemas"]["ArticleListed"][];
            page: components["schemas"]["Page"];
        };
        Replay: {
            /** @description Sends everything after this place in the log again: a `sequence`, or `0`. */
            after: string;
            /** @description Up to this place, at most 100000 places after the other; to the end when absent. */
            until?: string;
        };
        Replayed: {
            /** @description How many deliveries were put on their way. */
            count: number;
        };
        /**
         * The same request is still running
         * @description A request with this `Idempotency-Key` is being worked on at this moment.
         */
        RequestInProgressProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "request-in-progress";
        };
        /** @description An immutable snapshot of a whole working copy. */
        Revision: {
            /** @description From 1, without gaps. */
            number: number;
            note: string | null;
            /** @description `key:<id>`, `oidc:<subject>` or `system:<name>`. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        RevisionContent: {
            /** @description Made of the headline when absent. */
            slug: string;
            headline: string;
            /** @default null */
            summary: string | null;
            /** @default en */
            language: string;
            /** @default null */
            dateline: string | null;
            /** @default null */
            canonicalUrl: string | null;
            /**
             * @default {
             *       "title": null,
             *       "description": null
             *     }
             */
            seo: components["schemas"]["Seo"];
            /** @default [] */
            byline: components["schemas"]["BylineDraft"][];
            /** @default [] */
            topicIds: string[];
            /** @default [] */
            sections: components["schemas"]["SectionDraft"][];
            /** @default [] */
            takeaways: components["schemas"]["TakeawayDraft"][];
        };
        RevisionPage: {
            data: components["schemas"]["Revision"][];
            page: components["schemas"]["Page"];
        };
        /** @description What makes one revision another (RFC 6902). */
        RevisionPatch: ({
            /** @enum {string} */
            op: "add" | "replace" | "test";
            path: string;
            value: unknown;
        } | {
            /** @constant */
            op: "remove";
            path: string;
        } | {
            /** @enum {string} */
            op: "move" | "copy";
            path: string;
            from: string;
        })[];
        /** @description A snapshot with all that it holds, as a draft would say it. */
        RevisionWithContent: {
            /** @description From 1, without gaps. */
            number: number;
            note: string | null;
            /** @description `key:<id>`, `oidc:<subject>` or `system:<name>`. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            content: components["schemas"]["RevisionContent"];
        };
        /**
         * @description Who may do what; each role includes the ones before it.
         * @enum {string}
         */
        Role: "reader" | "writer" | "editor" | "admin";
        Rotation: {
            /**
             * @description How long deliveries are signed with the old secret as well.
             * @default 24
             */
            overlapHours?: number;
        };
        /** @description Words that stayed, came or went; all runs together are both texts. */
        Run: {
            /** @enum {string} */
            op: "equal" | "added" | "removed";
            text: string;
        };
        SearchablePage: {
            limit: number;
            /** @description Pass it as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
            /** @description Pass it as `cursor` for the page before; null on the first. */
            prevCursor: string | null;
            /** @description How many the whole list has, if `count` asked for it. */
            count?: number;
            /** @description With `q`: the search with words put right that are in no article. */
            didYouMean?: string;
            /** @description With `didYouMean`: whether the articles are those of it, because `q` itself finds none. */
            isCorrected?: boolean;
            /** @description With `q`: why nothing can be found by it. */
            hint?: string;
        };
        /** @description One headed part of one article. */
        Section: {
            /**
             * Format: uuid
             * @description Stable for life, whatever is edited or moved.
             */
            id: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @enum {string}
             */
            kind: "lede" | "body" | "takeaways" | "closing";
            /** @description What stands above the section; null for a lede. */
            heading: string | null;
            /** @description Unique in the article: for links to the section on a page. */
            anchor: string;
            /** @description The words, written as `format` says. */
            body: string;
        };
        SectionAddition: {
            /**
             * Format: uuid
             * @description Keeps the section of that id; made here when absent.
             */
            id?: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @default body
             * @enum {string}
             */
            kind?: "lede" | "body" | "takeaways" | "closing";
            /** @default null */
            heading?: string | null;
            /** @description Markdown (CommonMark); raw HTML is shown as text. */
            body: string;
            /** @default end */
            position?: components["schemas"]["Position"];
        };
        /** @description Changes to fields of SectionEdit. */
        SectionChange: {
            kind?: ("lede" | "body" | "takeaways" | "closing") | null;
            heading?: (string | null) | null;
            /** @description Markdown (CommonMark); raw HTML is shown as text. */
            body?: string;
            position?: components["schemas"]["Position"] | null;
        };
        SectionDraft: {
            /**
             * Format: uuid
             * @description Keeps the section of that id; made here when absent.
             */
            id?: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @default body
             * @enum {string}
             */
            kind: "lede" | "body" | "takeaways" | "closing";
            /** @default null */
            heading: string | null;
            /** @description Markdown (CommonMark); raw HTML is shown as text. */
            body: string;
        };
        SectionDraftInput: {
            /**
             * Format: uuid
             * @description Keeps the section of that id; made here when absent.
             */
            id?: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @default body
             * @enum {string}
             */
            kind?: "lede" | "body" | "takeaways" | "closing";
            /** @default null */
            heading?: string | null;
            /** @description Markdown (CommonMark); raw HTML is shown as text. */
            body: string;
        };
        SectionEdit: {
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @default body
             * @enum {string}
             */
            kind?: "lede" | "body" | "takeaways" | "closing";
            /** @default null */
            heading?: string | null;
            /** @description Markdown (CommonMark); raw HTML is shown as text. */
            body: string;
            position?: components["schemas"]["Position"];
        };
        /** @description Which sections to list. All conditions have to hold. A field with a dot is of something related: it fulfils a condition when any of the related does. What has no value is not equal to anything: `ne`, `nin` and `not` find it. */
        SectionFilter: {
            /** @description All of these hold. */
            and?: components["schemas"]["SectionFilter"][];
            /** @description At least one of these holds. */
            or?: components["schemas"]["SectionFilter"][];
            /** @description This does not hold. */
            not?: components["schemas"]["SectionFilter"];
            /** @description Id of the section. */
            id?: components["schemas"]["IdCondition"];
            /** @description What the section is for. */
            kind?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "lede" | "body" | "takeaways" | "closing";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "lede" | "body" | "takeaways" | "closing";
                /** @description Equal to any of these. */
                in?: ("lede" | "body" | "takeaways" | "closing")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("lede" | "body" | "takeaways" | "closing")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description What stands above the section. */
            heading?: components["schemas"]["TextCondition"];
            /** @description Place in the article, from 0. */
            position?: components["schemas"]["IntegerCondition"];
            /** @description Language tag. */
            language?: components["schemas"]["TextCondition"];
            /** @description Id or slug of the article. */
            article?: components["schemas"]["KeyCondition"];
            /** @description Slug of the article. */
            "article.slug"?: components["schemas"]["TextCondition"];
            /** @description Headline of the article. */
            "article.headline"?: components["schemas"]["TextCondition"];
            /** @description Since when it has been public without a break. */
            publishedAt?: components["schemas"]["MomentCondition"];
            /** @description Since when this version has been public. */
            updatedAt?: components["schemas"]["MomentCondition"];
            /** @description Id or slug of an author. */
            author?: components["schemas"]["KeyCondition"];
            /** @description Slug of an author. */
            "author.slug"?: components["schemas"]["TextCondition"];
            /** @description Name of an author. */
            "author.name"?: components["schemas"]["TextCondition"];
            /** @description What an author did for the article. */
            "author.role"?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "author" | "contributor" | "editor" | "photographer" | "translator";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "author" | "contributor" | "editor" | "photographer" | "translator";
                /** @description Equal to any of these. */
                in?: ("author" | "contributor" | "editor" | "photographer" | "translator")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("author" | "contributor" | "editor" | "photographer" | "translator")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description Id or slug of a topic. */
            topic?: components["schemas"]["KeyCondition"];
            /** @description Slug of a topic. */
            "topic.slug"?: components["schemas"]["TextCondition"];
            /** @description Name of a topic. */
            "topic.name"?: components["schemas"]["TextCondition"];
        };
        /** @description A section with the article that it belongs to. */
        SectionOfArticle: {
            /**
             * Format: uuid
             * @description Stable for life, whatever is edited or moved.
             */
            id: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @enum {string}
             */
            kind: "lede" | "body" | "takeaways" | "closing";
            /** @description What stands above the section; null for a lede. */
            heading: string | null;
            /** @description Unique in the article: for links to the section on a page. */
            anchor: string;
            /** @description The words, written as `format` says. */
            body: string;
            /** @description From 0. */
            position: number;
            article: components["schemas"]["ArticleReference"];
        };
        SectionPage: {
            data: components["schemas"]["SectionOfArticle"][];
            page: components["schemas"]["Page"];
        };
        /** @description `Section` narrowed by `fields`. */
        SectionSelection: {
            /**
             * Format: uuid
             * @description Stable for life, whatever is edited or moved.
             */
            id: string;
            /**
             * @description The section of kind `takeaways` is where the bullets stand.
             * @enum {string}
             */
            kind?: "lede" | "body" | "takeaways" | "closing";
            heading?: string | null;
            /** @description Unique in the article: for links to the section on a page. */
            anchor?: string;
            /** @description The words, written as `format` says. */
            body?: string;
            /** @description From 0. */
            position?: number;
            article?: {
                /** Format: uuid */
                id?: string;
                slug?: string;
                headline?: string;
                /** @description Where the site shows the article. */
                url?: string;
                /** Format: date-time */
                publishedAt?: string;
            };
        };
        SectionSelectionPage: {
            data: components["schemas"]["SectionSelection"][];
            page: components["schemas"]["Page"];
        };
        SectionsOfOneArticle: {
            data: components["schemas"]["Section"][];
            page: components["schemas"]["Page"];
        };
        /** @description Title and description for search engines and previews. */
        Seo: {
            /** @default null */
            title: string | null;
            /** @default null */
            description: string | null;
        };
        /** @description Title and description for search engines and previews. */
        SeoInput: {
            /** @default null */
            title?: string | null;
            /** @default null */
            description?: string | null;
        };
        /**
         * The slug is taken
         * @description Another resource of this kind has this slug now, or will have it at a time for which it is scheduled.
         */
        SlugTakenProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "slug-taken";
        };
        /**
         * It is still in use
         * @description Articles name the author or topic that was to be deleted.
         */
        StillReferencedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "still-referenced";
        };
        /** @description One key point of an article. */
        Takeaway: {
            /**
             * Format: uuid
             * @description Stable for life.
             */
            id: string;
            /** @description Plain text. */
            text: string;
            evidence: components["schemas"]["Evidence"][];
        };
        TakeawayAddition: {
            /**
             * Format: uuid
             * @description Keeps the takeaway of that id; made here when absent.
             */
            id?: string;
            text: string;
            /** @default [] */
            evidence?: components["schemas"]["Evidence"][];
            /** @default end */
            position?: components["schemas"]["Position"];
        };
        /** @description Changes to fields of TakeawayEdit. */
        TakeawayChange: {
            text?: string;
            evidence?: components["schemas"]["Evidence"][] | null;
            position?: components["schemas"]["Position"] | null;
        };
        TakeawayDraft: {
            /**
             * Format: uuid
             * @description Keeps the takeaway of that id; made here when absent.
             */
            id?: string;
            text: string;
            /** @default [] */
            evidence: components["schemas"]["Evidence"][];
        };
        TakeawayDraftInput: {
            /**
             * Format: uuid
             * @description Keeps the takeaway of that id; made here when absent.
             */
            id?: string;
            text: string;
            /** @default [] */
            evidence?: components["schemas"]["Evidence"][];
        };
        TakeawayEdit: {
            text: string;
            /** @default [] */
            evidence?: components["schemas"]["Evidence"][];
            position?: components["schemas"]["Position"];
        };
        /** @description Which takeaways to list. All conditions have to hold. A field with a dot is of something related: it fulfils a condition when any of the related does. What has no value is not equal to anything: `ne`, `nin` and `not` find it. */
        TakeawayFilter: {
            /** @description All of these hold. */
            and?: components["schemas"]["TakeawayFilter"][];
            /** @description At least one of these holds. */
            or?: components["schemas"]["TakeawayFilter"][];
            /** @description This does not hold. */
            not?: components["schemas"]["TakeawayFilter"];
            /** @description Id of the takeaway. */
            id?: components["schemas"]["IdCondition"];
            /** @description The words of the takeaway. */
            text?: components["schemas"]["TextCondition"];
            /** @description Place in the article, from 0. */
            position?: components["schemas"]["IntegerCondition"];
            /** @description Language tag. */
            language?: components["schemas"]["TextCondition"];
            /** @description Id or slug of the article. */
            article?: components["schemas"]["KeyCondition"];
            /** @description Slug of the article. */
            "article.slug"?: components["schemas"]["TextCondition"];
            /** @description Headline of the article. */
            "article.headline"?: components["schemas"]["TextCondition"];
            /** @description Since when it has been public without a break. */
            publishedAt?: components["schemas"]["MomentCondition"];
            /** @description Since when this version has been public. */
            updatedAt?: components["schemas"]["MomentCondition"];
            /** @description Id or slug of an author. */
            author?: components["schemas"]["KeyCondition"];
            /** @description Slug of an author. */
            "author.slug"?: components["schemas"]["TextCondition"];
            /** @description Name of an author. */
            "author.name"?: components["schemas"]["TextCondition"];
            /** @description What an author did for the article. */
            "author.role"?: {
                /**
                 * @description Equal.
                 * @enum {string}
                 */
                eq?: "author" | "contributor" | "editor" | "photographer" | "translator";
                /**
                 * @description Not equal, or without a value.
                 * @enum {string}
                 */
                ne?: "author" | "contributor" | "editor" | "photographer" | "translator";
                /** @description Equal to any of these. */
                in?: ("author" | "contributor" | "editor" | "photographer" | "translator")[];
                /** @description Equal to none of these, or without a value. */
                nin?: ("author" | "contributor" | "editor" | "photographer" | "translator")[];
                /** @description `true`: has a value; `false`: has none. */
                exists?: boolean;
            };
            /** @description Id or slug of a topic. */
            topic?: components["schemas"]["KeyCondition"];
            /** @description Slug of a topic. */
            "topic.slug"?: components["schemas"]["TextCondition"];
            /** @description Name of a topic. */
            "topic.name"?: components["schemas"]["TextCondition"];
        };
        /** @description A takeaway with the article that it belongs to. */
        TakeawayOfArticle: {
            /**
             * Format: uuid
             * @description Stable for life.
             */
            id: string;
            /** @description Plain text. */
            text: string;
            evidence: components["schemas"]["Evidence"][];
            /** @description From 0. */
            position: number;
            article: components["schemas"]["ArticleReference"];
        };
        TakeawayPage: {
            data: components["schemas"]["TakeawayOfArticle"][];
            page: components["schemas"]["Page"];
        };
        /** @description `Takeaway` narrowed by `fields`. */
        TakeawaySelection: {
            /**
             * Format: uuid
             * @description Stable for life.
             */
            id: string;
            /** @description Plain text. */
            text?: string;
            evidence?: {
                /**
                 * Format: uuid
                 * @description The section that holds the words.
                 */
                sectionId?: string;
                /** @description The words, exactly as they stand in the plain text of the section. */
                exact?: string;
                prefix?: string;
                suffix?: string;
            }[];
            /** @description From 0. */
            position?: number;
            article?: {
                /** Format: uuid */
                id?: string;
                slug?: string;
                headline?: string;
                /** @description Where the site shows the article. */
                url?: string;
                /** Format: date-time */
                publishedAt?: string;
            };
        };
        TakeawaySelectionPage: {
            data: components["schemas"]["TakeawaySelection"][];
            page: components["schemas"]["Page"];
        };
        /**
         * A takeaway is no longer supported by the article
         * @description The words that a takeaway quotes as its evidence are gone from the article.
         */
        TakeawayUnsupportedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "takeaway-unsupported";
        };
        TakeawaysOfOneArticle: {
            data: components["schemas"]["Takeaway"][];
            page: components["schemas"]["Page"];
        };
        TestEvent: {
            /**
             * Format: uuid
             * @description A UUID of your own for what is sent; made here when absent.
             */
            id?: string;
        };
        TextCondition: {
            /** @description Equal. */
            eq?: string;
            /** @description Not equal, or without a value. */
            ne?: string;
            /** @description Equal to any of these. */
            in?: string[];
            /** @description Equal to none of these, or without a value. */
            nin?: string[];
            /** @description `true`: has a value; `false`: has none. */
            exists?: boolean;
            /** @description Has these characters in it, in this case. */
            contains?: string;
            /** @description Begins with these characters, in this case. */
            startsWith?: string;
        };
        Timeline: {
            data: components["schemas"]["PublicationEntry"][];
            page: components["schemas"]["Page"];
        };
        /**
         * Too many requests
         * @description Too many requests came from this address or with this key within a minute, or too many with a key that is not valid. Or too many follow the event log at a time.
         */
        TooManyRequestsProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 429;
            /** @constant */
            code: "too-many-requests";
        };
        /** @description What articles are about. */
        Topic: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description Changes to fields of TopicDraft. */
        TopicChange: {
            slug?: string | null;
            name?: string;
            description?: (string | null) | null;
        };
        TopicDraft: {
            /**
             * Format: uuid
             * @description A UUID of your own, version 7 at best; made here when absent.
             */
            id?: string;
            /** @description Made of the name when absent. */
            slug?: string;
            name: string;
            /** @default null */
            description?: string | null;
        };
        TopicEdit: {
            /** @description Made of the name when absent. */
            slug?: string;
            name: string;
            /** @default null */
            description?: string | null;
        };
        /** @description Which topics to list. All conditions have to hold. A field with a dot is of something related: it fulfils a condition when any of the related does. What has no value is not equal to anything: `ne`, `nin` and `not` find it. */
        TopicFilter: {
            /** @description All of these hold. */
            and?: components["schemas"]["TopicFilter"][];
            /** @description At least one of these holds. */
            or?: components["schemas"]["TopicFilter"][];
            /** @description This does not hold. */
            not?: components["schemas"]["TopicFilter"];
            /** @description Id of the topic. */
            id?: components["schemas"]["IdCondition"];
            /** @description Slug. */
            slug?: components["schemas"]["TextCondition"];
            /** @description Name. */
            name?: components["schemas"]["TextCondition"];
            /** @description What the topic is. */
            description?: components["schemas"]["TextCondition"];
            /** @description When it was last changed. */
            updatedAt?: components["schemas"]["MomentCondition"];
        };
        /** @description A topic by name. */
        TopicName: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
        };
        TopicPage: {
            data: components["schemas"]["Topic"][];
            page: components["schemas"]["Page"];
        };
        /** @description A topic with what only editors see. */
        TopicRecord: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string | null;
            /** Format: date-time */
            updatedAt: string;
            /** @description Grows by one with every change. */
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description `TopicRecord` narrowed by `fields`. */
        TopicRecordSelection: {
            /** Format: uuid */
            id: string;
            slug?: string;
            name?: string;
            description?: string | null;
            /** Format: date-time */
            updatedAt?: string;
            /** @description Grows by one with every change. */
            revision?: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            /** Format: date-time */
            createdAt?: string;
        };
        /** @description A topic by name; everything else with `include=topics`. */
        TopicReference: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description?: string | null;
            /** Format: date-time */
            updatedAt?: string;
        };
        /** @description `Topic` narrowed by `fields`. */
        TopicSelection: {
            /** Format: uuid */
            id: string;
            slug?: string;
            name?: string;
            description?: string | null;
            /** Format: date-time */
            updatedAt?: string;
        };
        TopicSelectionPage: {
            data: components["schemas"]["TopicSelection"][];
            page: components["schemas"]["Page"];
        };
        /** @description A move that the workflow knows, and whether it is possible now. */
        Transition: {
            /** @enum {string} */
            to: "in_review" | "approved" | "draft" | "published" | "unscheduled" | "unpublished" | "withdrawn";
            /** @description Whether you may make this move now. */
            isAllowed: boolean;
            /**
             * @description The least role that may.
             * @enum {string}
             */
            role: "reader" | "writer" | "editor" | "admin";
            /** @description Why not, when not. */
            obstacles: string[];
        };
        /**
         * The transition is not possible now
         * @description The workflow does not allow this move from the present state of the article.
         */
        TransitionRefusedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 409;
            /** @constant */
            code: "transition-refused";
        };
        /** @description A move in the workflow; `at` in the future schedules. */
        TransitionRequest: {
            /**
             * Format: date-time
             * @description Goes public then; at once when absent or past.
             */
            at?: string;
            /**
             * Format: date-time
             * @description Is taken down then, by itself.
             */
            until?: string;
            /** @description Why, for the timeline. */
            note?: string;
            /**
             * @description Publish although a takeaway is no longer supported by the article; needs a note.
             * @default false
             */
            override?: boolean;
            /**
             * @description Where the article is to go.
             * @enum {string}
             */
            to: "in_review" | "approved" | "draft" | "published" | "unscheduled" | "unpublished" | "withdrawn";
            /** @description For `withdrawn`: the law or order; the article answers 451 then. */
            legalGround?: string;
        };
        Transitions: {
            data: components["schemas"]["Transition"][];
            page: components["schemas"]["Page"];
        };
        TrashPage: {
            data: components["schemas"]["TrashedArticle"][];
            page: components["schemas"]["Page"];
        };
        /** @description An article in the trash. */
        TrashedArticle: {
            /** Format: uuid */
            id: string;
            slug: string;
            headline: string;
            revision: number;
            etag: string;
            /** Format: date-time */
            trashedAt: string;
        };
        /**
         * No valid key was given
         * @description The operation needs `Authorization: Bearer <key>`, or the given key is unknown, expired or revoked.
         */
        UnauthenticatedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 401;
            /** @constant */
            code: "unauthenticated";
        };
        /**
         * The service is not available
         * @description The database cannot be reached, or there is more to do than the service can.
         */
        UnavailableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 503;
            /** @constant */
            code: "unavailable";
        };
        /**
         * The media type of the body is not supported
         * @description The body has a media type or a content coding that the operation does not take.
         */
        UnsupportedMediaTypeProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 415;
            /** @constant */
            code: "unsupported-media-type";
        };
        /**
         * The URL is too long
         * @description A part of the path is longer than any id or slug, or the URL has more than 8,000 characters.
         */
        UrlTooLongProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 414;
            /** @constant */
            code: "url-too-long";
        };
        /** @description Somebody who is told of events. */
        Webhook: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
            types: string[];
            filter: {
                subjects: string[];
                tags: string[];
            };
            /** @enum {string} */
            audience: "public" | "editors";
            /**
             * @description `disabled`: it failed for days, and is told nothing until it is made active again.
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            /** @description The first failure since the last success. */
            failingSince: string | null;
            /** @description Deliveries that are under way or wait. */
            pendingCount: number;
            /** @description Until then deliveries are signed with the secret before the last rotation as well. */
            previousSecretUntil: string | null;
            revision: number;
            /** @description What If-Match takes; the same as in the ETag header. */
            etag: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description Changes to fields of WebhookDraft. */
        WebhookChange: {
            /** @description Whose or what for: it tells webhooks apart. */
            name?: string;
            /**
             * Format: uri
             * @description Where events are sent by POST. An address inside of the service’s own network is refused.
             */
            url?: string;
            types?: ("article.created" | "article.updated" | "article.submitted" | "article.approved" | "article.returned" | "article.scheduled" | "article.unscheduled" | "article.published" | "article.unpublished" | "article.corrected" | "article.withdrawn" | "article.trashed" | "article.restored" | "article.purged" | "author.created" | "author.updated" | "author.merged" | "author.deleted" | "topic.created" | "topic.updated" | "topic.merged" | "topic.deleted" | "key.created" | "key.changed" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.disabled" | "webhook.deleted" | "article.*" | "author.*" | "topic.*" | "key.*" | "webhook.*")[] | null;
            filter?: {
                subjects?: string[] | null;
                tags?: string[] | null;
            } | null;
            audience?: ("public" | "editors") | null;
            state?: ("active" | "paused") | null;
        };
        WebhookDraft: {
            /**
             * Format: uuid
             * @description A UUID of your own, version 7 at best; made here when absent.
             */
            id?: string;
            /** @description Whose or what for: it tells webhooks apart. */
            name: string;
            /**
             * Format: uri
             * @description Where events are sent by POST. An address inside of the service’s own network is refused.
             */
            url: string;
            /**
             * @description Only these types; `article.*` means all types of articles; empty: all.
             * @default []
             */
            types?: ("article.created" | "article.updated" | "article.submitted" | "article.approved" | "article.returned" | "article.scheduled" | "article.unscheduled" | "article.published" | "article.unpublished" | "article.corrected" | "article.withdrawn" | "article.trashed" | "article.restored" | "article.purged" | "author.created" | "author.updated" | "author.merged" | "author.deleted" | "topic.created" | "topic.updated" | "topic.merged" | "topic.deleted" | "key.created" | "key.changed" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.disabled" | "webhook.deleted" | "article.*" | "author.*" | "topic.*" | "key.*" | "webhook.*")[];
            /**
             * @default {
             *       "subjects": [],
             *       "tags": []
             *     }
             */
            filter?: {
                /**
                 * @description Only about these; empty: all.
                 * @default []
                 */
                subjects?: string[];
                /**
                 * @description Only what drops one of these cache tags; empty: all.
                 * @default []
                 */
                tags?: string[];
            };
            /**
             * @description `public` is told what readers could see, `editors` everything, drafts too.
             * @default public
             * @enum {string}
             */
            audience?: "public" | "editors";
            /**
             * @description While it is paused, events wait, and are sent when it is active again.
             * @default active
             * @enum {string}
             */
            state?: "active" | "paused";
        };
        WebhookPage: {
            data: components["schemas"]["Webhook"][];
            page: components["schemas"]["Page"];
        };
        /**
         * The article was withdrawn for legal reasons
         * @description The law demanded that the article be taken away (RFC 7725). `withdrawnAt` says when, `reason` and `legalGround` why.
         */
        WithdrawnForLegalReasonsProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 451;
            /** @constant */
            code: "withdrawn-for-legal-reasons";
        };
        /**
         * The article was withdrawn
         * @description The newsroom took the article back. `withdrawnAt` says when and `reason` why.
         */
        WithdrawnProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status: 410;
            /** @constant */
            code: "withdrawn";
        };
    };
    responses: {
        /** @description The caller has the current version. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description `invalid-request`: The request is not valid.
         *
         *     `invalid-url`: The URL is not valid.
         */
        InvalidRequestOrInvalidUrl: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequestProblem"] | components["schemas"]["InvalidUrlProblem"];
            };
        };
        /** @description `not-acceptable`: No representation fits the Accept header. */
        NotAcceptable: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotAcceptableProblem"];
            };
        };
        /** @description `url-too-long`: The URL is too long. */
        UrlTooLong: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UrlTooLongProblem"];
            };
        };
        /** @description `too-many-requests`: Too many requests. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
            };
        };
        /** @description `internal`: Something went wrong here. */
        Internal: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InternalProblem"];
            };
        };
        /** @description `unavailable`: The service is not available. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnavailableProblem"];
            };
        };
        /** @description The caller has the current version. */
        PublicNotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Tag": components["headers"]["CacheTag"];
                "Surrogate-Key": components["headers"]["SurrogateKey"];
                "Cache-Groups": components["headers"]["CacheGroups"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `unauthenticated`: No valid key was given. */
        Unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnauthenticatedProblem"];
            };
        };
        /** @description `forbidden`: The key may not do this. */
        Forbidden: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ForbiddenProblem"];
            };
        };
        /** @description It is known under another slug now. */
        Moved: {
            headers: {
                Location: components["headers"]["Location"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `not-found`: Not found. */
        NotFound: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotFoundProblem"];
            };
        };
        /**
         * @description `invalid-request`: The request is not valid.
         *
         *     `invalid-json`: The body is not valid JSON.
         *
         *     `invalid-url`: The URL is not valid.
         */
        InvalidRequestOrInvalidJsonOrInvalidUrl: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequestProblem"] | components["schemas"]["InvalidJsonProblem"] | components["schemas"]["InvalidUrlProblem"];
            };
        };
        /** @description `body-too-large`: The body is too large. */
        BodyTooLarge: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BodyTooLargeProblem"];
            };
        };
        /** @description `unsupported-media-type`: The media type of the body is not supported. */
        UnsupportedMediaType: {
            headers: {
                "Accept-Patch": components["headers"]["AcceptPatch"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
            };
        };
        /** @description The caller has the current version. */
        VersionNotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Memento-Datetime": components["headers"]["MementoDatetime"];
                "Content-Location": components["headers"]["ContentLocation"];
                "Cache-Tag": components["headers"]["CacheTag"];
                "Surrogate-Key": components["headers"]["SurrogateKey"];
                "Cache-Groups": components["headers"]["CacheGroups"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `withdrawn`: The article was withdrawn. */
        Withdrawn: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WithdrawnProblem"];
            };
        };
        /** @description `withdrawn-for-legal-reasons`: The article was withdrawn for legal reasons. */
        WithdrawnForLegalReasons: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WithdrawnForLegalReasonsProblem"];
            };
        };
        /** @description Done, as `Prefer: return=minimal` asks, or there is nothing to say. */
        NoContent: {
            headers: {
                ETag: components["headers"]["ETag"];
                Location: components["headers"]["Location"];
                "Preference-Applied": components["headers"]["PreferenceApplied"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `id-taken`: The id is taken.
         *
         *     `conflict`: The request conflicts with the present state.
         *
         *     `transition-refused`: The transition is not possible now.
         *
         *     `takeaway-unsupported`: A takeaway is no longer supported by the article.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrIdTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["IdTakenProblem"] | components["schemas"]["ConflictProblem"] | components["schemas"]["TransitionRefusedProblem"] | components["schemas"]["TakeawayUnsupportedProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `body-too-large`: The body is too large.
         *
         *     `article-too-large`: The article is too large.
         */
        BodyTooLargeOrArticleTooLarge: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["ArticleTooLargeProblem"];
            };
        };
        /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
        IdempotencyKeyReused: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyKeyReusedProblem"];
            };
        };
        /** @description `precondition-failed`: It was changed in the meantime. */
        PreconditionFailed: {
            headers: {
                ETag: components["headers"]["ETag"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PreconditionFailedProblem"];
            };
        };
        /** @description `precondition-required`: If-Match is required. */
        PreconditionRequired: {
            headers: {
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PreconditionRequiredProblem"];
            };
        };
        /**
         * @description `conflict`: The request conflicts with the present state.
         *
         *     `request-in-progress`: The same request is still running.
         */
        ConflictOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ConflictProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `id-taken`: The id is taken.
         *
         *     `conflict`: The request conflicts with the present state.
         *
         *     `request-in-progress`: The same request is still running.
         */
        IdTakenOrConflictOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdTakenProblem"] | components["schemas"]["ConflictProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `id-taken`: The id is taken.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrIdTakenOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["IdTakenProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `conflict`: The request conflicts with the present state.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrConflictOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["ConflictProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `still-referenced`: It is still in use.
         *
         *     `request-in-progress`: The same request is still running.
         */
        StillReferencedOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["StillReferencedProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `conflict`: The request conflicts with the present state.
         *
         *     `transition-refused`: The transition is not possible now.
         *
         *     `takeaway-unsupported`: A takeaway is no longer supported by the article.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["ConflictProblem"] | components["schemas"]["TransitionRefusedProblem"] | components["schemas"]["TakeawayUnsupportedProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `id-taken`: The id is taken.
         *
         *     `conflict`: The request conflicts with the present state.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrIdTakenOrConflictOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["IdTakenProblem"] | components["schemas"]["ConflictProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /**
         * @description `conflict`: The request conflicts with the present state.
         *
         *     `still-referenced`: It is still in use.
         *
         *     `request-in-progress`: The same request is still running.
         */
        ConflictOrStillReferencedOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ConflictProblem"] | components["schemas"]["StillReferencedProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
        /** @description `id-taken`: The id is taken. */
        IdTaken: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdTakenProblem"];
            };
        };
        /** @description `request-in-progress`: The same request is still running. */
        RequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RequestInProgressProblem"];
            };
        };
        /** @description `method-not-allowed`: The method is not allowed here. */
        MethodNotAllowed: {
            headers: {
                Allow: components["headers"]["Allow"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["MethodNotAllowedProblem"];
            };
        };
        /**
         * @description `slug-taken`: The slug is taken.
         *
         *     `id-taken`: The id is taken.
         *
         *     `conflict`: The request conflicts with the present state.
         *
         *     `still-referenced`: It is still in use.
         *
         *     `transition-refused`: The transition is not possible now.
         *
         *     `takeaway-unsupported`: A takeaway is no longer supported by the article.
         *
         *     `request-in-progress`: The same request is still running.
         */
        SlugTakenOrIdTakenOrConflictOrStillReferencedOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["Link"];
                "Cache-Control": components["headers"]["CacheControl"];
                Vary: components["headers"]["Vary"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["IdTakenProblem"] | components["schemas"]["ConflictProblem"] | components["schemas"]["StillReferencedProblem"] | components["schemas"]["TransitionRefusedProblem"] | components["schemas"]["TakeawayUnsupportedProblem"] | components["schemas"]["RequestInProgressProblem"];
            };
        };
    };
    parameters: {
        /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
        IfMatch: string;
        /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
        IfNoneMatch: string;
        /** @description Answers the version that was public then, or the first one; the answer names it in Memento-Datetime (RFC 7089). */
        AcceptDatetime: string;
        /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
        IdempotencyKey: string;
        /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
        Prefer: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this version (RFC 9110, 8.8.3). */
        ETag: string;
        /** @description When the newest of what is shown was changed (RFC 9110, 8.8.2). */
        LastModified: string;
        /** @description Who may keep the answer, and for how long (RFC 9111, 5.2.2; RFC 5861). */
        CacheControl: string;
        /** @description Headers of the request that make a difference (RFC 9110, 12.5.5). */
        Vary: string;
        /** @description Names of all that is shown, with commas, for caches that drop by tag. */
        CacheTag: string;
        /** @description The same names with spaces between them. */
        SurrogateKey: string;
        /** @description The same names as RFC 9875 writes them. */
        CacheGroups: string;
        /** @description Where the new resource is, or where this one is now. */
        Location: string;
        /** @description Pages of a list: first, prev, next; other representations and versions; of a problem, where all this is described (RFC 8288). */
        Link: string;
        /** @description Where the version that Accept-Datetime chose is found for good (RFC 7089, 4.1.2). */
        ContentLocation: string;
        /** @description Since when the version was public, where a past one was asked for (RFC 7089, 2.1.1). */
        MementoDatetime: string;
        /** @description The name of the file that a browser keeps it as (RFC 6266). */
        ContentDisposition: string;
        /** @description `no` on a stream: a proxy must not wait for its end. */
        XAccelBuffering: string;
        /** @description What was heeded of Prefer. */
        PreferenceApplied: string;
        /** @description `true` when this answer was given before. */
        IdempotencyReplayed: string;
        /** @description Seconds after which to try again (RFC 9110, 10.2.3). */
        RetryAfter: number;
        /** @description Which limit it is, its requests and seconds (draft-ietf-httpapi-ratelimit-headers-10). */
        RateLimitPolicy: string;
        /** @description The limit, what is left of it, and the seconds until it is whole again. */
        RateLimit: string;
        /** @description How to say who asks (RFC 6750, 3). */
        WWWAuthenticate: string;
        /** @description The methods that the URL has (RFC 9110, 10.2.1). */
        Allow: string;
        /** @description Since when what was asked for is deprecated: seconds after 1970, after an `@` (RFC 9745). */
        Deprecation: string;
        /** @description When it may be gone (RFC 8594). */
        Sunset: string;
        /** @description On PATCH, the media types that a change may have (RFC 5789, 3.1). */
        AcceptPatch: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    explainProblem: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The `code` of a problem. */
                code: "invalid-request" | "invalid-json" | "invalid-url" | "invalid-http" | "reference-missing" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "slug-taken" | "id-taken" | "conflict" | "still-referenced" | "transition-refused" | "takeaway-unsupported" | "request-in-progress" | "withdrawn" | "withdrawn-for-legal-reasons" | "precondition-failed" | "body-too-large" | "article-too-large" | "url-too-long" | "unsupported-media-type" | "idempotency-key-reused" | "precondition-required" | "too-many-requests" | "headers-too-large" | "internal" | "unavailable";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticleFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1: the ending of the path. */
                format: "rss" | "atom" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest articles with their full text. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTopicFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the topic. */
                topic: string;
                /** @description RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1: the ending of the path. */
                format: "rss" | "atom" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest articles with their full text. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAuthorFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the author. */
                author: string;
                /** @description RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1: the ending of the path. */
                format: "rss" | "atom" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest articles with their full text. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSitemapIndex: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sitemap (sitemaps.org 0.9). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticleSitemap: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Which page, from 1; the index names all. */
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sitemap (sitemaps.org 0.9). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getNewsSitemap: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sitemap (sitemaps.org 0.9). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description How many to pass over, instead of `cursor`; the further, the slower. */
                offset?: number;
                /** @description Whether to count the whole list in `page.count`. `exact` takes time on long lists; `estimated` is exact up to 1000, and beyond that what the database believes. */
                count?: "exact" | "estimated" | "none";
                /** @description Id or slug of the author; several with commas: any of them. */
                author?: (string)[];
                /** @description Id or slug of the topic; several with commas: any of them. */
                topic?: (string)[];
                /** @description Id; several with commas: any of them. */
                id?: string[];
                /** @description Language tag; several with commas: any of them. */
                language?: string[];
                /** @description Published at this time or later. */
                publishedAfter?: string;
                /** @description Published before this time. */
                publishedBefore?: string;
                /** @description Changed at this time or later. */
                updatedAfter?: string;
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description Finds articles with all of these words, in any form that their language gives them. `"quotes"` for words in this order, `-` before what must not be there, `or` between choices. A word that is in no article is taken for the nearest one. Goes with all filters; by relevance only the newest 1000 hits are listed, while other orders, `count` and `facets` have all. */
                q?: string;
                /** @description With `q`: shows where each article has the words. */
                highlight?: boolean;
                /** @description Slug; several with commas: any of them. */
                slug?: string[];
                /** @description Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions. */
                filter?: components["schemas"]["ArticleFilter"];
                /** @description What to count the whole list by; `year` goes with published articles only. */
                facets?: ("topic" | "author" | "language" | "year")[];
                /** @description Order; a minus before a field turns it round. Ties are broken by id. Default: -publishedAt, or relevance with q, or -updatedAt with version=draft. */
                sort?: ("headline" | "-headline" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "wordCount" | "-wordCount" | "firstPublishedAt" | "-firstPublishedAt" | "publishedAt" | "-publishedAt" | "relevance" | "-relevance")[];
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description With `version=draft`: in this state; several with commas: in any of them. */
                state?: ("draft" | "in_review" | "approved" | "scheduled" | "published" | "modified" | "unpublished" | "withdrawn" | "trashed")[];
                /** @description What else to show of each article. */
                include?: ("sections" | "takeaways" | "authors" | "topics" | "corrections")[];
                /** @description How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text. */
                format?: "markdown" | "html" | "text";
                /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
                fields?: ("id" | "slug" | "url" | "language" | "headline" | "summary" | "dateline" | "canonicalUrl" | "byline" | "byline.role" | "byline.author" | "byline.author.id" | "byline.author.slug" | "byline.author.name" | "byline.author.jobTitle" | "byline.author.bio" | "byline.author.location" | "byline.author.organisation" | "byline.author.website" | "byline.author.links" | "byline.author.links.label" | "byline.author.links.url" | "byline.author.updatedAt" | "sections" | "sections.id" | "sections.kind" | "sections.heading" | "sections.anchor" | "sections.body" | "takeaways" | "takeaways.id" | "takeaways.text" | "takeaways.evidence" | "takeaways.evidence.sectionId" | "takeaways.evidence.exact" | "takeaways.evidence.prefix" | "takeaways.evidence.suffix" | "topics" | "topics.id" | "topics.slug" | "topics.name" | "topics.description" | "topics.updatedAt" | "corrections" | "corrections.id" | "corrections.kind" | "corrections.note" | "corrections.sectionId" | "corrections.before" | "corrections.after" | "corrections.at" | "firstPublishedAt" | "publishedAt" | "updatedAt" | "correctedAt" | "revision" | "wordCount" | "readingMinutes" | "seo" | "seo.title" | "seo.description" | "links" | "links.self" | "links.sections" | "links.takeaways" | "byline.authorId" | "topicIds" | "sections.position" | "sections.revision" | "sections.etag" | "takeaways.position" | "takeaways.evidenceState" | "takeaways.revision" | "takeaways.etag" | "corrections.createdAt" | "corrections.publishedAt" | "stage" | "state" | "live" | "live.revision" | "live.slug" | "live.visibleFrom" | "live.visibleUntil" | "scheduled" | "scheduled.revision" | "scheduled.slug" | "scheduled.visibleFrom" | "scheduled.visibleUntil" | "external" | "external.source" | "external.id" | "etag" | "createdBy" | "createdAt" | "trashedAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"] | components["schemas"]["ArticleDraftSelectionPage"] | components["schemas"]["ArticleDraftPage"] | components["schemas"]["ArticleSelectionPage"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleSearch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"] | components["schemas"]["ArticleDraftSelectionPage"] | components["schemas"]["ArticleDraftPage"] | components["schemas"]["ArticleSelectionPage"];
                };
            };
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description Has no effect: a single article has everything. Taken so that lists and articles share a query. */
                include?: ("sections" | "takeaways" | "authors" | "topics" | "corrections")[];
                /** @description How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text. */
                format?: "markdown" | "html" | "text";
                /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
                fields?: ("id" | "slug" | "url" | "language" | "headline" | "summary" | "dateline" | "canonicalUrl" | "byline" | "byline.role" | "byline.author" | "byline.author.id" | "byline.author.slug" | "byline.author.name" | "byline.author.jobTitle" | "byline.author.bio" | "byline.author.location" | "byline.author.organisation" | "byline.author.website" | "byline.author.links" | "byline.author.links.label" | "byline.author.links.url" | "byline.author.updatedAt" | "sections" | "sections.id" | "sections.kind" | "sections.heading" | "sections.anchor" | "sections.body" | "takeaways" | "takeaways.id" | "takeaways.text" | "takeaways.evidence" | "takeaways.evidence.sectionId" | "takeaways.evidence.exact" | "takeaways.evidence.prefix" | "takeaways.evidence.suffix" | "topics" | "topics.id" | "topics.slug" | "topics.name" | "topics.description" | "topics.updatedAt" | "corrections" | "corrections.id" | "corrections.kind" | "corrections.note" | "corrections.sectionId" | "corrections.before" | "corrections.after" | "corrections.at" | "firstPublishedAt" | "publishedAt" | "updatedAt" | "correctedAt" | "revision" | "wordCount" | "readingMinutes" | "seo" | "seo.title" | "seo.description" | "links" | "links.self" | "links.sections" | "links.takeaways" | "byline.authorId" | "topicIds" | "sections.position" | "sections.revision" | "sections.etag" | "takeaways.position" | "takeaways.evidenceState" | "takeaways.revision" | "takeaways.etag" | "corrections.createdAt" | "corrections.publishedAt" | "stage" | "state" | "live" | "live.revision" | "live.slug" | "live.visibleFrom" | "live.visibleUntil" | "scheduled" | "scheduled.revision" | "scheduled.slug" | "scheduled.visibleFrom" | "scheduled.visibleUntil" | "external" | "external.source" | "external.id" | "etag" | "createdBy" | "createdAt" | "trashedAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Answers the version that was public then, or the first one; the answer names it in Memento-Datetime (RFC 7089). */
                "Accept-Datetime"?: components["parameters"]["AcceptDatetime"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["MementoDatetime"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"] | components["schemas"]["ArticleWorkingCopy"] | components["schemas"]["ArticleWorkingCopySelection"] | components["schemas"]["ArticleSelection"];
                    "application/ld+json": components["schemas"]["NewsArticle"];
                    "text/html": string;
                    "text/markdown": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["VersionNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    trashArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ArticleChange"];
                "application/json": components["schemas"]["ArticleChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArticleSections: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text. */
                format?: "markdown" | "html" | "text";
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSections"] | components["schemas"]["SectionsOfOneArticle"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceSections: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectionDraftInput"][];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSections"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addSection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectionAddition"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSection"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSection"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArticleTakeaways: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTakeaways"] | components["schemas"]["TakeawaysOfOneArticle"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceTakeaways: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeawayDraftInput"][];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTakeaways"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addTakeaway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeawayAddition"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTakeaway"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTakeaway"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticleTimemap: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links, the oldest version first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/link-format": string;
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRelatedArticles: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedArticles"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    putExternalArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The system that the article comes from. */
                source: string;
                /** @description Its name for the article. */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSections: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description How many to pass over, instead of `cursor`; the further, the slower. */
                offset?: number;
                /** @description Whether to count the whole list in `page.count`. `exact` takes time on long lists; `estimated` is exact up to 1000, and beyond that what the database believes. */
                count?: "exact" | "estimated" | "none";
                /** @description Id or slug of the author; several with commas: any of them. */
                author?: (string)[];
                /** @description Id or slug of the topic; several with commas: any of them. */
                topic?: (string)[];
                /** @description Id; several with commas: any of them. */
                id?: string[];
                /** @description Language tag; several with commas: any of them. */
                language?: string[];
                /** @description Published at this time or later. */
                publishedAfter?: string;
                /** @description Published before this time. */
                publishedBefore?: string;
                /** @description Changed at this time or later. */
                updatedAfter?: string;
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions. */
                filter?: components["schemas"]["SectionFilter"];
                /** @description The section of kind `takeaways` is where the bullets stand. */
                kind?: "lede" | "body" | "takeaways" | "closing";
                /** @description Order; a minus before a field turns it round. Ties are broken by id. Default: -publishedAt. */
                sort?: ("publishedAt" | "-publishedAt" | "updatedAt" | "-updatedAt")[];
                /** @description How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text. */
                format?: "markdown" | "html" | "text";
                /** @description Only these fields, with dots for those inside; `id` always comes along. */
                fields?: ("id" | "kind" | "heading" | "anchor" | "body" | "position" | "article" | "article.id" | "article.slug" | "article.headline" | "article.url" | "article.publishedAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionPage"] | components["schemas"]["SectionSelectionPage"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSection: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text. */
                format?: "markdown" | "html" | "text";
                /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
                fields?: ("id" | "kind" | "heading" | "anchor" | "body" | "position" | "article" | "article.id" | "article.slug" | "article.headline" | "article.url" | "article.publishedAt" | "revision" | "etag")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the section. */
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionOfArticle"] | components["schemas"]["DraftSection"] | components["schemas"]["DraftSectionSelection"] | components["schemas"]["SectionSelection"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceSection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the section. */
                section: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectionEdit"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSection"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeSection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the section. */
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeSection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the section. */
                section: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SectionChange"];
                "application/json": components["schemas"]["SectionChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSection"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTakeaways: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description How many to pass over, instead of `cursor`; the further, the slower. */
                offset?: number;
                /** @description Whether to count the whole list in `page.count`. `exact` takes time on long lists; `estimated` is exact up to 1000, and beyond that what the database believes. */
                count?: "exact" | "estimated" | "none";
                /** @description Id or slug of the author; several with commas: any of them. */
                author?: (string)[];
                /** @description Id or slug of the topic; several with commas: any of them. */
                topic?: (string)[];
                /** @description Id; several with commas: any of them. */
                id?: string[];
                /** @description Language tag; several with commas: any of them. */
                language?: string[];
                /** @description Published at this time or later. */
                publishedAfter?: string;
                /** @description Published before this time. */
                publishedBefore?: string;
                /** @description Changed at this time or later. */
                updatedAfter?: string;
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions. */
                filter?: components["schemas"]["TakeawayFilter"];
                /** @description Order; a minus before a field turns it round. Ties are broken by id. Default: -publishedAt. */
                sort?: ("publishedAt" | "-publishedAt" | "updatedAt" | "-updatedAt")[];
                /** @description Only these fields, with dots for those inside; `id` always comes along. */
                fields?: ("id" | "text" | "evidence" | "evidence.sectionId" | "evidence.exact" | "evidence.prefix" | "evidence.suffix" | "position" | "article" | "article.id" | "article.slug" | "article.headline" | "article.url" | "article.publishedAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakeawayPage"] | components["schemas"]["TakeawaySelectionPage"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTakeaway: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Shows what was public at this past time, less what was withdrawn since. */
                asOf?: string;
                /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
                fields?: ("id" | "text" | "evidence" | "evidence.sectionId" | "evidence.exact" | "evidence.prefix" | "evidence.suffix" | "position" | "article" | "article.id" | "article.slug" | "article.headline" | "article.url" | "article.publishedAt" | "evidenceState" | "revision" | "etag")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the takeaway. */
                takeaway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakeawayOfArticle"] | components["schemas"]["DraftTakeaway"] | components["schemas"]["DraftTakeawaySelection"] | components["schemas"]["TakeawaySelection"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceTakeaway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the takeaway. */
                takeaway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeawayEdit"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTakeaway"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeTakeaway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the takeaway. */
                takeaway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeTakeaway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the takeaway. */
                takeaway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TakeawayChange"];
                "application/json": components["schemas"]["TakeawayChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTakeaway"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAuthors: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description How many to pass over, instead of `cursor`; the further, the slower. */
                offset?: number;
                /** @description Whether to count the whole list in `page.count`. `exact` takes time on long lists; `estimated` is exact up to 1000, and beyond that what the database believes. */
                count?: "exact" | "estimated" | "none";
                /** @description Id; several with commas: any of them. */
                id?: string[];
                /** @description Slug; several with commas: any of them. */
                slug?: string[];
                /** @description Changed at this time or later. */
                updatedAfter?: string;
                /** @description Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions. */
                filter?: components["schemas"]["AuthorFilter"];
                /** @description Order; a minus before a field turns it round. Ties are broken by id. Default: name. */
                sort?: ("slug" | "-slug" | "name" | "-name" | "updatedAt" | "-updatedAt")[];
                /** @description Only these fields, with dots for those inside; `id` always comes along. */
                fields?: ("id" | "slug" | "name" | "jobTitle" | "bio" | "location" | "organisation" | "website" | "links" | "links.label" | "links.url" | "updatedAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorPage"] | components["schemas"]["AuthorSelectionPage"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAuthor: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorRecord"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorRecord"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrRequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAuthor: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
                fields?: ("id" | "slug" | "name" | "jobTitle" | "bio" | "location" | "organisation" | "website" | "links" | "links.label" | "links.url" | "updatedAt" | "email" | "revision" | "etag" | "createdAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the author. */
                author: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorRecord"] | components["schemas"]["AuthorRecordSelection"] | components["schemas"]["Author"] | components["schemas"]["AuthorSelection"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceAuthor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the author. */
                author: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorEdit"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorRecord"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAuthor: {
        parameters: {
            query?: {
                /** @description Id of the author that takes its place everywhere. */
                reassignTo?: string;
            };
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the author. */
                author: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StillReferencedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAuthor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the author. */
                author: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AuthorChange"];
                "application/json": components["schemas"]["AuthorChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorRecord"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description How many to pass over, instead of `cursor`; the further, the slower. */
                offset?: number;
                /** @description Whether to count the whole list in `page.count`. `exact` takes time on long lists; `estimated` is exact up to 1000, and beyond that what the database believes. */
                count?: "exact" | "estimated" | "none";
                /** @description Id; several with commas: any of them. */
                id?: string[];
                /** @description Slug; several with commas: any of them. */
                slug?: string[];
                /** @description Changed at this time or later. */
                updatedAfter?: string;
                /** @description Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions. */
                filter?: components["schemas"]["TopicFilter"];
                /** @description Order; a minus before a field turns it round. Ties are broken by id. Default: name. */
                sort?: ("slug" | "-slug" | "name" | "-name" | "updatedAt" | "-updatedAt")[];
                /** @description Only these fields, with dots for those inside; `id` always comes along. */
                fields?: ("id" | "slug" | "name" | "description" | "updatedAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"] | components["schemas"]["TopicSelectionPage"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTopic: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicRecord"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicRecord"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrRequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTopic: {
        parameters: {
            query?: {
                /** @description `draft` is what editors have before them; role reader. */
                version?: "published" | "draft";
                /** @description Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along. */
                fields?: ("id" | "slug" | "name" | "description" | "updatedAt" | "revision" | "etag" | "createdAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the topic. */
                topic: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicRecord"] | components["schemas"]["TopicRecordSelection"] | components["schemas"]["Topic"] | components["schemas"]["TopicSelection"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceTopic: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the topic. */
                topic: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicEdit"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicRecord"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTopic: {
        parameters: {
            query?: {
                /** @description Id of the topic that takes its place everywhere. */
                reassignTo?: string;
            };
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the topic. */
                topic: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StillReferencedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeTopic: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the topic. */
                topic: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["TopicChange"];
                "application/json": components["schemas"]["TopicChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicRecord"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transitions"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeTransition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionRequest"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrConflictOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTimeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Surrogate-Key": components["headers"]["SurrogateKey"];
                    "Cache-Groups": components["headers"]["CacheGroups"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            304: components["responses"]["PublicNotModified"];
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Withdrawn"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            451: components["responses"]["WithdrawnForLegalReasons"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRevision: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
                /** @description Number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionWithContent"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreRevision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
                /** @description Number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    diffRevisions: {
        parameters: {
            query: {
                /** @description Number of the older revision. */
                from: number;
                /** @description Number of the newer revision. */
                to: number;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleDiff"];
                    "application/json-patch+json": components["schemas"]["RevisionPatch"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTrash: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrashPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWorkingCopy"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    purgeArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or slug of the article. */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrStillReferencedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description Only these types; `article.*` means all types of articles. */
                types?: ("article.created" | "article.updated" | "article.submitted" | "article.approved" | "article.returned" | "article.scheduled" | "article.unscheduled" | "article.published" | "article.unpublished" | "article.corrected" | "article.withdrawn" | "article.trashed" | "article.restored" | "article.purged" | "author.created" | "author.updated" | "author.merged" | "author.deleted" | "topic.created" | "topic.updated" | "topic.merged" | "topic.deleted" | "key.created" | "key.changed" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.disabled" | "webhook.deleted" | "article.*" | "author.*" | "topic.*" | "key.*" | "webhook.*")[];
                /** @description Only what is about these, such as `articles/<id>`; several with commas. */
                subject?: string[];
                /** @description Only what this key or person did, such as `key:<id>`. */
                actor?: string;
                /** @description Only what happened at this time or later. */
                since?: string;
                /** @description Only what happened before this time. */
                until?: string;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the audit. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Goes on after this: the `cursor` of an answer or the `sequence` of an event. `latest` is the end of the log, and the default of a stream; the default of a page is the beginning. */
                after?: "latest" | string;
                /** @description Only these types; `article.*` means all types of articles. */
                types?: ("article.created" | "article.updated" | "article.submitted" | "article.approved" | "article.returned" | "article.scheduled" | "article.unscheduled" | "article.published" | "article.unpublished" | "article.corrected" | "article.withdrawn" | "article.trashed" | "article.restored" | "article.purged" | "author.created" | "author.updated" | "author.merged" | "author.deleted" | "topic.created" | "topic.updated" | "topic.merged" | "topic.deleted" | "key.created" | "key.changed" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.disabled" | "webhook.deleted" | "article.*" | "author.*" | "topic.*" | "key.*" | "webhook.*")[];
                /** @description Only what is about these, such as `articles/<id>`; several with commas. */
                subject?: string[];
                /** @description How many at most on a page. */
                limit?: number;
                /** @description Where nothing is there yet: seconds to wait for the next event. */
                wait?: number;
            };
            header?: {
                /** @description A stream goes on after this event. */
                "last-event-id"?: string;
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, oldest first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Accel-Buffering": components["headers"]["XAccelBuffering"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                    "text/event-stream": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTaken"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["RequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["WebhookChange"];
                "application/json": components["schemas"]["WebhookChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description Only those in this state. */
                state?: "pending" | "delivered" | "parked";
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
                /** @description Id of the delivery, which is that of its event. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b1f00-0000-7000-8000-000000000972",
                     *       "sequence": null,
                     *       "type": "webhook.test",
                     *       "subject": "webhooks/019b1f00-0000-7000-8000-000000000971",
                     *       "state": "pending",
                     *       "attemptCount": 0,
                     *       "nextAttemptAt": "2026-11-23T08:00:00.000Z",
                     *       "createdAt": "2026-11-23T08:00:00.000Z",
                     *       "finishedAt": null,
                     *       "attempts": []
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryWithAttempts"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
                /** @description Id of the delivery, which is that of its event. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b1f00-0000-7000-8000-000000000972",
                     *       "sequence": null,
                     *       "type": "webhook.test",
                     *       "subject": "webhooks/019b1f00-0000-7000-8000-000000000971",
                     *       "state": "pending",
                     *       "attemptCount": 0,
                     *       "nextAttemptAt": "2026-11-23T08:00:00.000Z",
                     *       "createdAt": "2026-11-23T08:00:00.000Z",
                     *       "finishedAt": null,
                     *       "attempts": []
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryWithAttempts"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestEvent"] | null;
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019b1f00-0000-7000-8000-000000000972",
                     *       "sequence": null,
                     *       "type": "webhook.test",
                     *       "subject": "webhooks/019b1f00-0000-7000-8000-000000000971",
                     *       "state": "pending",
                     *       "attemptCount": 0,
                     *       "nextAttemptAt": "2026-11-23T08:00:00.000Z",
                     *       "createdAt": "2026-11-23T08:00:00.000Z",
                     *       "finishedAt": null,
                     *       "attempts": []
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryWithAttempts"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTakenOrConflictOrRequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeprecatedUses: {
        parameters: {
            query?: never;
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecatedUses"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query. */
                cursor?: string;
                /** @description Only these fields, with dots for those inside; `id` always comes along. */
                fields?: ("id" | "name" | "role" | "authorId" | "prefix" | "state" | "expiresAt" | "revokedAt" | "lastUsedAt" | "revision" | "etag" | "createdBy" | "createdAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"] | components["schemas"]["KeySelectionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyDraft"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdTaken"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKey: {
        parameters: {
            query?: {
                /** @description Only these fields, with dots for those inside; `id` always comes along. */
                fields?: ("id" | "name" | "role" | "authorId" | "prefix" | "state" | "expiresAt" | "revokedAt" | "lastUsedAt" | "revision" | "etag" | "createdBy" | "createdAt")[];
            };
            header?: {
                /** @description On GET, ETags that the caller has: 304 when one is current. On PUT, `*` is for what is not there yet: 412 where it is (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"] | components["schemas"]["KeySelection"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UrlTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that is changed, or `*` for whatever is there (RFC 9110, 13.1.1). */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["KeyChange"];
                "application/json": components["schemas"]["KeyChange"];
                "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    runBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description `return=minimal` for an answer without a body, `tx=rollback` to check everything and change nothing (RFC 7240). */
                Prefer?: components["parameters"]["Prefer"];
                /** @description Your name for this request. Sent again within 24 hours it is answered as before and done once. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Vary: components["headers"]["Vary"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answers"];
                };
            };
            204: components["responses"]["NoContent"];
            400: components["responses"]["InvalidRequestOrInvalidJsonOrInvalidUrl"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["SlugTakenOrIdTakenOrConflictOrStillReferencedOrTransitionRefusedOrTakeawayUnsupportedOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLargeOrArticleTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the event, the same however often it is sent. */
                "webhook-id": string;
                /** @description When this attempt was sent, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures, `v1,` and base64, with spaces between them. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ChangeEvent"];
            };
        };
        responses: {
            /** @description Taken. Everything else is sent again, over a day. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
