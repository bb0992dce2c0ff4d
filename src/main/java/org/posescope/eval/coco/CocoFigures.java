package org.posescope.eval.coco;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The ten numbers of the COCO keypoint challenge, 0..1; -1 where nobody of that size is annotated. Medium are people of 32 x 32 to
 * 96 x 96 square pixels, large those above.
 *
 * @param ap   average precision, mean over the similarities 0.50 to 0.95 from which on somebody counts as found
 * @param ap50 average precision at a similarity of 0.50
 * @param ar   recall that is reached, mean over the same similarities
 */
public record CocoFigures(@JsonProperty("AP") double ap, @JsonProperty("AP50") double ap50,
        @JsonProperty("AP75") double ap75, @JsonProperty("AP_medium") double apMedium,
        @JsonProperty("AP_large") double apLarge, @JsonProperty("AR") double ar, @JsonProperty("AR50") double ar50,
        @JsonProperty("AR75") double ar75, @JsonProperty("AR_medium") double arMedium,
        @JsonProperty("AR_large") double arLarge) {}
