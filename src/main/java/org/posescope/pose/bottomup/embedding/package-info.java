/**
 * Points of all people in heatmaps, put together to people by tags: a number for each pixel and kind of point that is alike where the
 * body is the same (Newell et al. 2017, "Associative Embedding: End-to-End Learning for Joint Detection and Grouping").
 */
package org.posescope.pose.bottomup.embedding;
