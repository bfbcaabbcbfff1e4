/** Source of a pattern for what stands before a question: nothing of it says what is asked. */
export const questionOpening =
  "^(?:(?:and|so|ok|okay|also|hmm+|great|good|nice|well|but|please|thanks|yes|yeah|no|wait|actually|right|anyway|sorry|sir|madam|kindly|oh|um+|hi|hello|can you tell me|could you tell me|can you show me|show me|tell me|do you know|i'd like to know|i want to know|let me know|i wonder)[,!.:;-]? ){0,3}";
