/** PoseScope on a Spark cluster: a task a video, each done by the program that was shipped with the job. */
package org.posescope.spark;
