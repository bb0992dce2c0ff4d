package org.posescope.importer.recognition;

import org.posescope.model.ModelCard;

/**
 * What a file without a card was taken for.
 *
 * @param card   to run it with
 * @param reason what in the file says so
 * @param habit  how its publisher feeds pixels, which no file tells
 */
public record Recognition(ModelCard card, String reason, String habit) {
    /** Everything in one sentence. */
    public String sentence() {
        return card.file() + " has no card and is taken for " + card.title() + ": " + reason
                + "; pixels enter it by its publisher's habit, " + habit;
    }
}
