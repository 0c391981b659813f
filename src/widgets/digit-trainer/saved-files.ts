/** Names of the files that the trainer saves and its listings read. */
export const savedFiles = {
  pictures: "train-images-idx3-ubyte",
  labels: "train-labels-idx1-ubyte",
} as const;
